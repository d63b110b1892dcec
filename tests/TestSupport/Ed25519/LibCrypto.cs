using System.Runtime.InteropServices;

namespace TestSupport;

/// <summary>OpenSSL's Ed25519, called directly: the independent judge of verdicts and signatures.</summary>
public static unsafe class LibCrypto
{
    private const int EvpPkeyEd25519 = 1087;

    private static readonly nint Library = Load();

    private static readonly delegate* unmanaged<int, nint, byte*, nuint, nint> NativeNewRawPrivateKey =
        (delegate* unmanaged<int, nint, byte*, nuint, nint>)Export("EVP_PKEY_new_raw_private_key");

    private static readonly delegate* unmanaged<int, nint, byte*, nuint, nint> NativeNewRawPublicKey =
        (delegate* unmanaged<int, nint, byte*, nuint, nint>)Export("EVP_PKEY_new_raw_public_key");

    private static readonly delegate* unmanaged<nint, byte*, nuint*, int> NativeGetRawPublicKey =
        (delegate* unmanaged<nint, byte*, nuint*, int>)Export("EVP_PKEY_get_raw_public_key");

    private static readonly delegate* unmanaged<nint, void> NativeFreeKey =
        (delegate* unmanaged<nint, void>)Export("EVP_PKEY_free");

    private static readonly delegate* unmanaged<nint> NativeNewContext =
        (delegate* unmanaged<nint>)Export("EVP_MD_CTX_new");

    private static readonly delegate* unmanaged<nint, void> NativeFreeContext =
        (delegate* unmanaged<nint, void>)Export("EVP_MD_CTX_free");

    private static readonly delegate* unmanaged<nint, nint, nint, nint, nint, int> NativeSignInit =
        (delegate* unmanaged<nint, nint, nint, nint, nint, int>)Export("EVP_DigestSignInit");

    private static readonly delegate* unmanaged<nint, byte*, nuint*, byte*, nuint, int> NativeSign =
        (delegate* unmanaged<nint, byte*, nuint*, byte*, nuint, int>)Export("EVP_DigestSign");

    private static readonly delegate* unmanaged<nint, nint, nint, nint, nint, int> NativeVerifyInit =
        (delegate* unmanaged<nint, nint, nint, nint, nint, int>)Export("EVP_DigestVerifyInit");

    private static readonly delegate* unmanaged<nint, byte*, nuint, byte*, nuint, int> NativeVerify =
        (delegate* unmanaged<nint, byte*, nuint, byte*, nuint, int>)Export("EVP_DigestVerify");

    public static (byte[] PublicKey, byte[] Signature) Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message)
    {
        var publicKey = new byte[32];
        var signature = new byte[64];
        fixed (byte* seedBytes = seed, publicKeyBytes = publicKey, signatureBytes = signature, messageBytes = NotNull(message))
        {
            var key = NativeNewRawPrivateKey(EvpPkeyEd25519, 0, seedBytes, (nuint)seed.Length);
            var context = NativeNewContext();
            nuint publicKeyLength = 32, signatureLength = 64;
            var isDone = NativeGetRawPublicKey(key, publicKeyBytes, &publicKeyLength) == 1
                && NativeSignInit(context, 0, 0, 0, key) == 1
                && NativeSign(context, signatureBytes, &signatureLength, messageBytes, (nuint)message.Length) == 1;
            NativeFreeContext(context);
            NativeFreeKey(key);
            return isDone ? (publicKey, signature) : throw new InvalidOperationException("OpenSSL refused to sign.");
        }
    }

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        using var key = new PublicKey(publicKey);
        return key.Verify(message, signature);
    }

    /// <summary>A key decoded once, for many verifications.</summary>
    public sealed class PublicKey : IDisposable
    {
        private readonly nint _key;
        private readonly nint _context = NativeNewContext();

        public PublicKey(ReadOnlySpan<byte> encoded)
        {
            fixed (byte* bytes = encoded)
            {
                _key = NativeNewRawPublicKey(EvpPkeyEd25519, 0, bytes, (nuint)encoded.Length);
            }
        }

        public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
        {
            fixed (byte* messageBytes = NotNull(message), signatureBytes = NotNull(signature))
            {
                return NativeVerifyInit(_context, 0, 0, 0, _key) == 1
                    && NativeVerify(_context, signatureBytes, (nuint)signature.Length, messageBytes, (nuint)message.Length) == 1;
            }
        }

        public void Dispose()
        {
            NativeFreeContext(_context);
            NativeFreeKey(_key);
        }
    }

    // Pinning an empty span yields a null pointer, which EVP_DigestSign takes for a question about lengths.
    private static ReadOnlySpan<byte> NotNull(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? new byte[1] : bytes;

    private static nint Export(string name) => NativeLibrary.GetExport(Library, name);

    private static nint Load()
    {
        foreach (var name in (string[])["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto"])
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                return library;
            }
        }

        throw new DllNotFoundException("No libcrypto here to compare with.");
    }
}
