using System.Runtime.InteropServices;

namespace VkMiniApp.Benchmarks;

/// <summary>
/// An Ed25519 public key in OpenSSL, which .NET has no way to. The key is decoded once, as anyone would who cares about time; a context
/// is made for every verification, because it is spent by one.
/// </summary>
internal sealed partial class OpenSslPublicKey() : SafeHandle(0, ownsHandle: true)
{
    private const string Library = "libcrypto.so.3";

    /// <summary>The number that <c>EVP_PKEY_ED25519</c> stands for.</summary>
    private const int Ed25519 = 1087;

    public override bool IsInvalid => handle == 0;

    public static OpenSslPublicKey Of(ReadOnlySpan<byte> encoded)
    {
        var key = CreateKey(Ed25519, engine: 0, encoded, (nuint)encoded.Length);
        return !key.IsInvalid ? key : throw new InvalidOperationException("OpenSSL refuses the key.");
    }

    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var context = CreateContext();
        try
        {
            return Initialize(context, keyContext: 0, digest: 0, engine: 0, this) == 1
                && Verify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1;
        }
        finally
        {
            FreeContext(context);
        }
    }

    protected override bool ReleaseHandle()
    {
        FreeKey(handle);
        return true;
    }

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    private static partial OpenSslPublicKey CreateKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    private static partial void FreeKey(nint key);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    private static partial nint CreateContext();

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    private static partial void FreeContext(nint context);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerifyInit")]
    private static partial int Initialize(nint context, nint keyContext, nint digest, nint engine, OpenSslPublicKey key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerify")]
    private static partial int Verify(
        nint context, ReadOnlySpan<byte> signature, nuint signatureLength, ReadOnlySpan<byte> message, nuint messageLength);
}
