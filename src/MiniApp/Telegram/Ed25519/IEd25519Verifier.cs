namespace TelegramMiniApp;

/// <summary>Decides whether an Ed25519 (RFC 8032) signature is genuine.</summary>
/// <remarks>
/// Implement it to put another Ed25519 library (NSec, BouncyCastle, a platform API) in place of the built-in one.
/// One instance serves the whole application: implementations must be safe to call from many threads at once, and
/// must answer <see langword="false"/> to malformed input, of any length and content, instead of throwing.
/// </remarks>
public interface IEd25519Verifier
{
    /// <summary>
    /// Returns <see langword="true"/> only if <paramref name="signature"/> was made over exactly
    /// <paramref name="message"/> by the holder of the private key that belongs to <paramref name="publicKey"/>.
    /// </summary>
    /// <param name="publicKey">The signer's public key: 32 bytes, the encoded point A of RFC 8032.</param>
    /// <param name="message">The signed bytes, unhashed and of any length, including none (pure Ed25519, no context).</param>
    /// <param name="signature">The signature: 64 bytes, the encoded point R followed by the scalar S.</param>
    /// <returns>
    /// <see langword="false"/> when the signature does not belong to this message and key, and equally when the key or
    /// the signature has a wrong length or does not encode a valid point or scalar. The two are deliberately not
    /// told apart: neither may be trusted.
    /// </returns>
    bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
