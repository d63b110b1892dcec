using TelegramMiniApp.AspNetCore;

namespace TelegramMiniApp.Testing;

/// <summary>The keys that a launch is signed with: the bot's, and one in place of Telegram's, each unless it is unknown.</summary>
internal sealed record TelegramTestKeys(long BotId, TelegramSecretKey? SecretKey, IEd25519Signer? Ed25519)
{
    private static readonly TelegramSecretKey NoKeyOfABot = TelegramSecretKey.Derive("1:no-token-of-the-bot");

    /// <summary>Those of the scheme's first bot whose key is known, or else of the first of all.</summary>
    public static TelegramTestKeys OfScheme(TelegramMiniAppOptions options)
    {
        var bots = options.Bots;
        return OfBot(bots.FirstOrDefault(bot => bot.Value.Count > 0, bots.First()).Key, options);
    }

    public static TelegramTestKeys OfBot(long botId, TelegramMiniAppOptions options) =>
        options.Bots.TryGetValue(botId, out var keys)
            ? Create(botId, keys.Count > 0 ? keys[0] : null, options)
            : throw new InvalidOperationException($"The scheme does not know bot {botId}. SignedBy signs with any bot's token.");

    /// <exception cref="InvalidOperationException">The scheme asks for a proof that only Telegram can give.</exception>
    public static TelegramTestKeys Create(long botId, TelegramSecretKey? secretKey, TelegramMiniAppOptions options)
    {
        var isTrusted = options.PublicKey is { } key && key.Span.SequenceEqual(TelegramTestKey.PublicKey.Span);

        return isTrusted || secretKey is not null && !options.RequireBothProofs
            ? new TelegramTestKeys(botId, secretKey, isTrusted ? TelegramTestKey.Trusted : null)
            : throw new InvalidOperationException(
                $"The scheme asks for Telegram's own signature for bot {botId}. Let it trust the tests' key in place of Telegram's: factory.WithTelegramTestKey().");
    }

    /// <summary>Keys that nobody trusts.</summary>
    public static TelegramTestKeys Forge(TelegramMiniAppOptions options) =>
        new(options.Bots.First().Key, NoKeyOfABot, TelegramTestKey.Forged);

    public TelegramInitDataSigner ToSigner(TimeProvider clock) =>
        SecretKey is null ? new(BotId, Ed25519!, clock) : new(BotId, SecretKey, Ed25519, clock);
}
