using NSec.Cryptography;

namespace TelegramMiniApp;

/// <summary>
/// An Ed25519 key to sign with in place of Telegram's, for tests and development. Safe for use by any number of threads at once, until it
/// is disposed of.
/// </summary>
public sealed class Ed25519SigningKey : IEd25519Signer, IDisposable
{
    private readonly Key _key;

    /// <summary>The key that RFC 8032, section 5.1.5, makes of a seed: the same each time.</summary>
    /// <param name="seed">32 bytes of any kind: what RFC 8032 calls the private key.</param>
    /// <exception cref="ArgumentException"><paramref name="seed"/> is not 32 bytes long. The message doesn't hold it.</exception>
    public Ed25519SigningKey(ReadOnlySpan<byte> seed)
        : this(Import(seed))
    {
    }

    private Ed25519SigningKey(Key key)
    {
        _key = key;
        PublicKey = key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>A new key that nobody else has.</summary>
    public static Ed25519SigningKey Generate() => new(Key.Create(SignatureAlgorithm.Ed25519));

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public byte[] Sign(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(_key, message);

    /// <summary>The type's name: the key itself must not end up in a log.</summary>
    public override string ToString() => nameof(Ed25519SigningKey);

    /// <summary>Wipes the private key from memory. The public key stays.</summary>
    public void Dispose() => _key.Dispose();

    private static Key Import(ReadOnlySpan<byte> seed) =>
        seed.Length == SignatureAlgorithm.Ed25519.PrivateKeySize
            ? Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey)
            : throw new ArgumentException($"A seed is {SignatureAlgorithm.Ed25519.PrivateKeySize} bytes long.", nameof(seed));
}
