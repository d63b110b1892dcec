using NSec.Cryptography;

namespace TelegramMiniApp;

/// <summary>
/// Verifies Ed25519 signatures with libsodium, by way of NSec. It never throws, whatever it is given, and is safe for use by any number of
/// threads at once: one serves the whole application.
/// </summary>
/// <remarks>
/// It is strict where <see href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7">RFC 8032, section 5.1.7</see>, leaves a choice: S
/// is below L, the key and R are canonical encodings, R is not of small order, the key has no component of small order, and the equation is
/// the one without the cofactor. So nobody but the signer can make a second signature of a message, and no key makes one signature fit many.
/// </remarks>
public sealed class Ed25519Verifier : IEd25519Verifier
{
    // An application has Telegram's production key and perhaps its test key; the bound keeps any other use from growing the memory.
    private const int MaxKnownKeys = 4;

    // Never changed in place: a new array replaces it, so that readers need no lock.
    private volatile (byte[] Encoded, PublicKey Key)[] _knownKeys = [];

    /// <inheritdoc/>
    public bool IsValidKey(ReadOnlySpan<byte> publicKey) => FindKey(publicKey) is not null;

    /// <inheritdoc/>
    /// <remarks>Allocates nothing, unless the key is a good one and not among the last four that were new here.</remarks>
    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        FindKey(publicKey) is { } key && SignatureAlgorithm.Ed25519.Verify(key, message, signature);

    private PublicKey? FindKey(ReadOnlySpan<byte> encoded)
    {
        var knownKeys = _knownKeys;
        foreach (var known in knownKeys)
        {
            if (encoded.SequenceEqual(known.Encoded))
            {
                return known.Key;
            }
        }

        // A verification refuses such keys by itself, but for one with a component of small order. Asked here, none of them takes a place.
        if (encoded.Length != SignatureAlgorithm.Ed25519.PublicKeySize || !LibSodium.IsPointOfMainSubgroup(encoded))
        {
            return null;
        }

        var key = PublicKey.Import(SignatureAlgorithm.Ed25519, encoded, KeyBlobFormat.RawPublicKey);

        // Two threads may overwrite each other's addition. The lost key is just imported again when next needed.
        _knownKeys = [(encoded.ToArray(), key), .. knownKeys.Take(MaxKnownKeys - 1)];
        return key;
    }
}
