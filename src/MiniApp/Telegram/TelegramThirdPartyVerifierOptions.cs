using MiniApp;

namespace TelegramMiniApp;

/// <summary>What a <see cref="TelegramThirdPartyVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class TelegramThirdPartyVerifierOptions : InitDataVerifierOptions
{
    /// <summary>
    /// What checks Ed25519 signatures: <c>new Ed25519Verifier()</c> of the package <c>MiniApp.Ed25519</c>, or one of yours. It has to be set.
    /// </summary>
    /// <value><see langword="null"/>.</value>
    public IEd25519Verifier? Ed25519 { get; set; }

    /// <summary>
    /// The public key to check <c>signature</c> with in place of Telegram's, in every environment: that of a
    /// <see cref="TelegramInitDataSigner"/>, for tests and development.
    /// </summary>
    /// <value><see langword="null"/>: Telegram's keys. Otherwise 32 bytes, a point as RFC 8032 writes it.</value>
    public ReadOnlyMemory<byte>? PublicKey { get; set; }

    /// <inheritdoc/>
    public override string? FindFault() =>
        base.FindFault() is { } fault ? fault
        : Ed25519 is null ? $"{nameof(Ed25519)} must be set: to new Ed25519Verifier() of the package MiniApp.Ed25519, or to another implementation."
        : TelegramPublicKeys.FindFault(PublicKey ?? TelegramPublicKeys.Of(TelegramEnvironment.Production), Ed25519);

    internal override InitDataFormat ToFormat() => TelegramInitDataVerifierOptions.ToFormat(this);

    // The bot is named by each call.
    internal override IEnumerable<IInitDataProof> ToProofs() => [];
}
