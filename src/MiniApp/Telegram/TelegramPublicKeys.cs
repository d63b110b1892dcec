namespace TelegramMiniApp;

/// <summary>
/// The keys that Telegram signs with
/// (<see href="https://core.telegram.org/bots/webapps#validating-data-for-third-party-use">Telegram's page</see>).
/// </summary>
internal static class TelegramPublicKeys
{
    private const int Length = 32;

    private static readonly byte[] Production = Convert.FromHexString("e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d");
    private static readonly byte[] Test = Convert.FromHexString("40055058a4ee38156a06562e52eece92a771bcd8346a8c4615cb7376eddf72ec");

    public static ReadOnlyMemory<byte> Of(TelegramEnvironment environment) =>
        environment == TelegramEnvironment.Test ? Test : Production;

    /// <summary>What is wrong with a key; <see langword="null"/> where nothing is.</summary>
    public static string? FindFault(ReadOnlyMemory<byte>? publicKey, IEd25519Verifier? ed25519) =>
        publicKey is { } key && !(ed25519?.IsValidKey(key.Span) ?? key.Length == Length)
            ? "PublicKey must be an Ed25519 public key of 32 bytes."
            : null;
}
