namespace TelegramMiniApp.Testing;

/// <summary>
/// A key in place of Telegram's, for schemes that go by Telegram's own signature. It is made anew in each process, so that nobody else has it.
/// A test can sign any user with it: no host but one under test may trust it.
/// </summary>
public static class TelegramTestKey
{
    internal static Ed25519SigningKey Trusted { get; } = Ed25519SigningKey.Generate();

    /// <summary>What <see cref="TelegramMiniApp.AspNetCore.TelegramMiniAppOptions.PublicKey"/> is set to for the key to be trusted.</summary>
    public static ReadOnlyMemory<byte> PublicKey { get; } = Trusted.PublicKey;

    internal static Ed25519SigningKey Forged { get; } = Ed25519SigningKey.Generate();
}
