using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// Tells whether init data was made by Telegram for a bot that is named by the call, and of which nothing but its id is known
/// (<see href="https://core.telegram.org/bots/webapps#validating-data-for-third-party-use">the rule</see>): for a service whose bots are
/// in a database, and not in its settings. Safe for use by any number of threads at once. Nothing that is passed in as a token makes it
/// throw.
/// </summary>
/// <remarks>
/// What a token is, is said of <see cref="TelegramInitDataVerifier"/>. Only <c>signature</c> is looked at: <c>hash</c>, which needs the
/// bot's token, is not proved.
/// </remarks>
public sealed class TelegramThirdPartyVerifier
{
    private readonly InitDataJudge _judge;
    private readonly IEd25519Verifier _ed25519;
    private readonly byte[]? _publicKey;

    /// <summary>A verifier for any bot.</summary>
    /// <param name="options">The rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A value is missing, or outside its range. The message names it.</exception>
    public TelegramThirdPartyVerifier(TelegramThirdPartyVerifierOptions options)
    {
        _judge = new InitDataJudge(options);
        _ed25519 = options.Ed25519!;
        _publicKey = options.PublicKey?.ToArray();
    }

    /// <summary>Verifies a token of one bot and reads its fields.</summary>
    /// <param name="token">The token; an empty one is refused as malformed.</param>
    /// <param name="botId">
    /// The bot's id, above 0. Whoever may choose it signs in the users of any bot there is, so it has to be one that the service knows.
    /// </param>
    /// <param name="environment">Whether the bot is at Telegram's production servers or at its test servers.</param>
    /// <param name="lifetime">
    /// How long the token is valid, from <see cref="TimeSpan.Zero"/> up; <see langword="null"/> for the options' lifetime.
    /// </param>
    /// <returns>The init data, or why it was refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="botId"/> is not above 0, <paramref name="environment"/> is none, or <paramref name="lifetime"/> is negative.
    /// </exception>
    public InitDataResult<TelegramInitData> Verify(
        ReadOnlySpan<char> token,
        long botId,
        TelegramEnvironment environment = TelegramEnvironment.Production,
        TimeSpan? lifetime = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(botId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)environment, (uint)TelegramEnvironment.Test, nameof(environment));
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime ?? TimeSpan.Zero, TimeSpan.Zero, nameof(lifetime));

        var signature = new TelegramSignature(botId, _publicKey ?? TelegramPublicKeys.Of(environment), _ed25519);

        using var received = new InitDataQuery(token, _judge.Format);
        var query = received;
        var failure = _judge.Judge(ref query, [new TelegramProof(botId, hash: null, signature)], lifetime, out _);

        return failure == InitDataFailure.None
            ? new InitDataResult<TelegramInitData>(new TelegramInitData(query, botId, environment, token: null))
            : new InitDataResult<TelegramInitData>(failure);
    }
}
