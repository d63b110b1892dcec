using System.Security.Cryptography;

namespace TelegramMiniApp.Testing;

/// <summary>
/// A key in place of Telegram's, for schemes that go by Telegram's own signature. Anybody can sign with it: no host but one under test
/// may trust it.
/// </summary>
public static class TelegramTestKey
{
    /// <summary>What <see cref="TelegramMiniApp.AspNetCore.TelegramMiniAppOptions.PublicKey"/> is set to for the key to be trusted.</summary>
    public static ReadOnlyMemory<byte> PublicKey { get; } = new TelegramInitDataSigner(botId: 1, Trusted).PublicKey!.Value;

    /// <summary>The key itself.</summary>
    internal static byte[] Trusted => Create("the key of the tests"u8);

    /// <summary>Another key, which nobody trusts.</summary>
    internal static byte[] Forged => Create("a key that nobody trusts"u8);

    private static byte[] Create(ReadOnlySpan<byte> name) => SHA256.HashData(name);
}
