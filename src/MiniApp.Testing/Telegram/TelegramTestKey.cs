using System.Security.Cryptography;

namespace TelegramMiniApp.Testing;

/// <summary>
/// A key in place of Telegram's, for schemes that go by Telegram's own signature. Anybody can sign with it: no host but one under test
/// may trust it.
/// </summary>
public static class TelegramTestKey
{
    internal static Ed25519SigningKey Trusted { get; } = new(SHA256.HashData("the key of the tests"u8));

    /// <summary>What <see cref="TelegramMiniApp.AspNetCore.TelegramMiniAppOptions.PublicKey"/> is set to for the key to be trusted.</summary>
    public static ReadOnlyMemory<byte> PublicKey { get; } = Trusted.PublicKey;

    internal static Ed25519SigningKey Forged { get; } = new(SHA256.HashData("a key that nobody trusts"u8));
}
