namespace TelegramMiniApp.AspNetCore;

/// <summary>The bots of a scheme, for each verifier as far as it can serve them.</summary>
/// <param name="bots">The bots by their ids.</param>
internal sealed class KnownBots(IReadOnlyDictionary<long, KnownBot> bots)
{
    public IReadOnlyDictionary<long, KnownBot> All => bots;

    public TelegramInitDataVerifierOptions AddTo(TelegramInitDataVerifierOptions options)
    {
        foreach (var (botId, bot) in bots)
        {
            options = bot.Keys.Count > 0 ? options.AddBot(botId, bot.Keys[0], [.. bot.Keys.Skip(1)]) : options.AddBot(botId);
        }

        return options;
    }

    /// <exception cref="InvalidOperationException">Of every bot the id alone is known.</exception>
    public TelegramContactVerifierOptions AddTo(TelegramContactVerifierOptions options)
    {
        foreach (var (botId, bot) in Need(
            bot => bot.Keys.Count > 0, "A contact is proved with the key of a bot's token, and of every bot nothing but the id is known: BotToken is missing."))
        {
            options.AddBot(botId, bot.Keys[0], [.. bot.Keys.Skip(1)]);
        }

        return options;
    }

    /// <exception cref="InvalidOperationException">Of no bot the token is known.</exception>
    public TelegramLoginWidgetVerifierOptions AddTo(TelegramLoginWidgetVerifierOptions options)
    {
        foreach (var (_, bot) in Need(
            bot => bot.Tokens.Count > 0, "The Login Widget proves a sign-in with a bot's token, and none is known, be there a key or an id: BotToken is missing."))
        {
            options.AddBot(bot.Tokens[0], [.. bot.Tokens.Skip(1)]);
        }

        return options;
    }

    private KeyValuePair<long, KnownBot>[] Need(Predicate<KnownBot> isServed, string fault) =>
        bots.Where(bot => isServed(bot.Value)).ToArray() is { Length: > 0 } served ? served : throw new InvalidOperationException(fault);
}
