using MiniApp;

namespace MaxMiniApp;

/// <summary>
/// Tells whether init data was made by MAX for one of our bots, and how long ago
/// (<see href="https://dev.max.ru/docs/webapps/validation">the rule</see>). Safe for use by any number of threads at once. Nothing that
/// is passed in as a token makes it throw.
/// </summary>
/// <remarks>
/// A token is what the page finds in <c>WebApp.initData</c>, or the value of <c>WebAppData=</c> in the fragment of the page's address,
/// which is the same encoded once more; as it is or, for the former, in base64 or base64url, with or without padding.
/// </remarks>
public sealed class MaxInitDataVerifier
{
    private readonly InitDataJudge<InitDataKeys> _judge;
    private readonly InitDataFormat _format;

    /// <summary>A verifier for one bot, with the defaults of <see cref="MaxInitDataVerifierOptions"/>.</summary>
    /// <param name="botToken">The bot's token, from MAX's platform for partners.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <exception cref="ArgumentException">A token is empty or holds white space. The message holds none of them.</exception>
    public MaxInitDataVerifier(string botToken, params string[] olderTokens)
        : this(new MaxInitDataVerifierOptions().AddBot(botToken, olderTokens))
    {
    }

    /// <summary>A verifier for one bot or for several.</summary>
    /// <param name="options">The bots and the rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No bot was added, or a value is outside its range. The message names it.</exception>
    public MaxInitDataVerifier(MaxInitDataVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        if (options.FindFault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        var validity = new ValidityWindow(options.Lifetime, options.ClockSkew, options.TimeProvider);
        _judge = new InitDataJudge<InitDataKeys>([new InitDataKeys(options.Keys)], validity);
        _format = options.ToFormat();
    }

    /// <summary>Verifies a token and reads its fields.</summary>
    /// <param name="token">The token; <see langword="null"/> is refused as malformed, like a token that is empty.</param>
    /// <returns>The init data, or why it was refused.</returns>
    public MaxInitDataResult Verify(string? token) => Verify(token.AsSpan());

    /// <inheritdoc cref="Verify(string?)"/>
    public MaxInitDataResult Verify(ReadOnlySpan<char> token)
    {
        using var query = new InitDataQuery(token, _format);
        var fault = _judge.Judge(query, out _);

        return fault == InitDataFault.None
            ? new MaxInitDataResult(new MaxInitData(query))
            : new MaxInitDataResult((MaxInitDataFailure)fault);
    }

    /// <summary>
    /// The verdict of <see cref="Verify(string?)"/> alone. Allocates nothing, unless MAX proved a user that is broken JSON.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <returns><see cref="MaxInitDataFailure.None"/> where the token is good.</returns>
    public MaxInitDataFailure Check(ReadOnlySpan<char> token)
    {
        using var query = new InitDataQuery(token, _format);
        return (MaxInitDataFailure)_judge.Judge(query, out _);
    }

    /// <summary>
    /// Whether the proof alone is right: MAX made this init data for one of our bots. It may be years old, or for nobody: to sign a user
    /// in, use <see cref="Verify(string?)"/>.
    /// </summary>
    /// <param name="token">The token.</param>
    public bool HasValidProof(ReadOnlySpan<char> token)
    {
        using var query = new InitDataQuery(token, _format);
        return _judge.HasValidProof(query);
    }
}
