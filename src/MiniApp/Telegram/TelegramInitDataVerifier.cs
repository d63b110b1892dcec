using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// Tells whether init data was made by Telegram for one of our bots, and how long ago
/// (<see href="https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app">the rule</see>). Safe for use by any
/// number of threads at once. Nothing that is passed in as a token makes it throw.
/// </summary>
/// <remarks>
/// A token is what the page finds in <c>Telegram.WebApp.initData</c>, as it is or in base64 or base64url, with or without padding. It
/// is empty where the mini app was opened from a keyboard button or from inline mode: nobody can be signed in by it then.
/// </remarks>
public sealed class TelegramInitDataVerifier
{
    private readonly InitDataJudge<TelegramBot> _judge;
    private readonly InitDataFormat _format;

    /// <summary>A verifier for one bot, with the defaults of <see cref="TelegramInitDataVerifierOptions"/>.</summary>
    /// <param name="botToken">The token from BotFather: the bot's id, a colon and more.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <exception cref="ArgumentException">A text is no bot token, or not of the same bot. The message holds none of them.</exception>
    public TelegramInitDataVerifier(string botToken, params string[] olderTokens)
        : this(new TelegramInitDataVerifierOptions().AddBot(botToken, olderTokens))
    {
    }

    /// <summary>A verifier for one bot or for several.</summary>
    /// <param name="options">The bots and the rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No bot was added, or a value is outside its range. The message names it.</exception>
    public TelegramInitDataVerifier(TelegramInitDataVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        if (options.FindFault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        var bots = options.Bots.Select(bot => CreateBot(bot.Key, bot.Value, options)).OrderByDescending(bot => bot.IsCheap);
        _judge = new InitDataJudge<TelegramBot>([.. bots], new ValidityWindow(options.Lifetime, options.ClockSkew, options.TimeProvider));
        _format = options.ToFormat();
    }

    /// <summary>Verifies a token and reads its fields.</summary>
    /// <param name="token">The token; <see langword="null"/> is refused as malformed, like a token that is empty.</param>
    /// <returns>The init data, or why it was refused.</returns>
    public TelegramInitDataResult Verify(string? token) => Verify(token.AsSpan());

    /// <inheritdoc cref="Verify(string?)"/>
    public TelegramInitDataResult Verify(ReadOnlySpan<char> token)
    {
        using var query = new InitDataQuery(token, _format);
        var fault = _judge.Judge(query, out var bot);

        return fault == InitDataFault.None
            ? new TelegramInitDataResult(new TelegramInitData(query, bot!.Id))
            : new TelegramInitDataResult((TelegramInitDataFailure)fault);
    }

    /// <summary>
    /// The verdict of <see cref="Verify(string?)"/> alone. Allocates nothing, unless Telegram proved a user that is broken JSON.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <returns><see cref="TelegramInitDataFailure.None"/> where the token is good.</returns>
    public TelegramInitDataFailure Check(ReadOnlySpan<char> token)
    {
        using var query = new InitDataQuery(token, _format);
        return (TelegramInitDataFailure)_judge.Judge(query, out _);
    }

    /// <summary>
    /// Whether the proof alone is right: Telegram made this init data for one of our bots. It may be years old, or for nobody: to sign a
    /// user in, use <see cref="Verify(string?)"/>.
    /// </summary>
    /// <param name="token">The token.</param>
    public bool HasValidProof(ReadOnlySpan<char> token)
    {
        using var query = new InitDataQuery(token, _format);
        return _judge.HasValidProof(query);
    }

    private static TelegramBot CreateBot(long id, TelegramSecretKey[] keys, TelegramInitDataVerifierOptions options)
    {
        var publicKey = options.PublicKey ?? TelegramPublicKeys.Of(options.Environment);

        return new TelegramBot(
            id,
            keys.Length > 0 ? new InitDataKeys(keys.Select(key => key.Bytes)) : null,
            keys.Length == 0 || options.RequireBothProofs ? new TelegramSignature(id, publicKey.ToArray(), options.Ed25519!) : null);
    }
}
