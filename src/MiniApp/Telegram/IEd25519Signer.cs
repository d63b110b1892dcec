namespace TelegramMiniApp;

/// <summary>
/// An Ed25519 key to sign with (<see href="https://www.rfc-editor.org/rfc/rfc8032">RFC 8032</see>): for a
/// <see cref="TelegramInitDataSigner"/>, in place of Telegram's. <c>Ed25519SigningKey</c> of the package <c>MiniApp.Ed25519</c> is one.
/// </summary>
public interface IEd25519Signer
{
    /// <summary>The public key that the signatures are right for: 32 bytes.</summary>
    ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>Signs a message. Implementations must be safe to call from many threads at once.</summary>
    /// <param name="message">The bytes to sign, unhashed and of any length (pure Ed25519, no context).</param>
    /// <returns>The signature: 64 bytes.</returns>
    byte[] Sign(ReadOnlySpan<byte> message);
}
