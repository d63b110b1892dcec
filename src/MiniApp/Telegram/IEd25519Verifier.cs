namespace TelegramMiniApp;

/// <summary>
/// Decides whether an Ed25519 signature (<see href="https://www.rfc-editor.org/rfc/rfc8032">RFC 8032</see>) is genuine.
/// <c>Ed25519Verifier</c> of the package <c>MiniApp.Ed25519</c> does so; an implementation of yours may as well.
/// </summary>
/// <remarks>
/// One instance serves the whole application: implementations must be safe to call from many threads at once, and must answer
/// <see langword="false"/> to malformed input, of any length and content, instead of throwing.
/// </remarks>
public interface IEd25519Verifier
{
    /// <summary>
    /// Returns <see langword="true"/> only if <paramref name="signature"/> was made over exactly <paramref name="message"/> by the holder
    /// of the private key that belongs to <paramref name="publicKey"/>.
    /// </summary>
    /// <param name="publicKey">The signer's public key: 32 bytes, the encoded point A of RFC 8032.</param>
    /// <param name="message">The signed bytes, unhashed and of any length, including none (pure Ed25519, no context).</param>
    /// <param name="signature">The signature: 64 bytes, the encoded point R followed by the scalar S.</param>
    /// <returns>
    /// <see langword="false"/> when the signature does not belong to this message and key, and equally when the key or the signature has a
    /// wrong length or does not encode a valid point or scalar. The two are deliberately not told apart: neither may be trusted.
    /// </returns>
    bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);

    /// <summary>
    /// Whether a signature can be right under this key at all, so that a bad key in the settings is noticed when a verifier is
    /// made, and not by its refusing everything.
    /// </summary>
    /// <param name="publicKey">The bytes that are meant to be a public key.</param>
    /// <returns>Unless implemented: whether it is 32 bytes long.</returns>
    bool IsValidKey(ReadOnlySpan<byte> publicKey) => publicKey.Length == 32;
}
