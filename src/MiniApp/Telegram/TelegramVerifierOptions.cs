using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// The bots whose proofs a verifier knows, where they are no init data's. It is read once: later changes have no effect on the verifier.
/// </summary>
/// <typeparam name="TSelf">The verifier's own type of options.</typeparam>
public abstract class TelegramVerifierOptions<TSelf> : TimedVerifierOptions
    where TSelf : TelegramVerifierOptions<TSelf>
{
    private readonly Dictionary<long, byte[][]> _bots = [];

    private protected TelegramVerifierOptions()
    {
    }

    /// <summary>Adds a bot by its token, or replaces what was known of it.</summary>
    /// <param name="botToken">The token from BotFather: the bot's id, a colon and more.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">A text is no bot token, or not of the same bot. The message holds none of them.</exception>
    public TSelf AddBot(string botToken, params string[] olderTokens) =>
        SetKeys(TelegramBotToken.ReadBotId(botToken, olderTokens), [DeriveKey(botToken), .. olderTokens.Select(DeriveKey)]);

    /// <inheritdoc/>
    public override string? FindFault() => _bots.Count == 0 ? "No bot was added." : base.FindFault();

    /// <summary>What a bot's token is made into, to hash with.</summary>
    private protected abstract byte[] DeriveKey(string botToken);

    private protected TSelf SetKeys(long botId, byte[][] keys)
    {
        _bots[botId] = keys;
        return (TSelf)this;
    }

    /// <summary>What each bot's proofs are checked with.</summary>
    internal TelegramHashes ToHashes() =>
        new(_bots.Select(bot => new TelegramProof(bot.Key, new InitDataHash(bot.Value), signature: null)));
}
