namespace TelegramMiniApp;

/// <summary>What a <see cref="TelegramLoginWidgetVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class TelegramLoginWidgetVerifierOptions : TelegramVerifierOptions<TelegramLoginWidgetVerifierOptions>
{
    private protected override byte[] DeriveKey(string botToken) => TelegramLoginWidgetKey.Derive(botToken);
}
