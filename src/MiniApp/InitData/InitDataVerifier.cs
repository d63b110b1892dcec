namespace MiniApp;

/// <summary>
/// Tells whether init data was made by its platform for one of our bots, and how long ago. Safe for use by any number of threads at once.
/// Nothing that is passed in as a token makes it throw.
/// </summary>
/// <typeparam name="TInitData">The platform's init data.</typeparam>
public abstract class InitDataVerifier<TInitData>
    where TInitData : InitData
{
    private readonly InitDataJudge _judge;
    private readonly IInitDataProof[] _proofs;

    private protected InitDataVerifier(InitDataVerifierOptions options)
    {
        _judge = new InitDataJudge(options);
        _proofs = [.. options.ToProofs()];
    }

    /// <summary>Verifies a token and reads its fields.</summary>
    /// <param name="token">The token; <see langword="null"/> is refused as malformed, like a token that is empty.</param>
    /// <returns>The init data, or why it was refused.</returns>
    public InitDataResult<TInitData> Verify(string? token) => Decide(token, lifetime: null);

    /// <inheritdoc cref="Verify(string?)"/>
    public InitDataResult<TInitData> Verify(ReadOnlySpan<char> token) => Decide(token, lifetime: null);

    /// <summary>Verifies a token and reads its fields, by another lifetime than the options': one for this call.</summary>
    /// <param name="token">The token; an empty one is refused as malformed.</param>
    /// <param name="lifetime">How long it is valid, from <see cref="TimeSpan.Zero"/> up; shorter or longer than what the options say.</param>
    /// <returns>The init data, or why it was refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lifetime"/> is negative.</exception>
    public InitDataResult<TInitData> Verify(ReadOnlySpan<char> token, TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.Zero);
        return Decide(token, lifetime);
    }

    /// <summary>
    /// Verifies what was read without being verified, such as by <c>TryParseUnverified</c>, and reads it anew. The verdict is that on the
    /// token it was read from.
    /// </summary>
    /// <param name="unverified">
    /// What was read. <see langword="null"/> is refused as malformed, and so is what a verifier accepted before: it has no token any more.
    /// </param>
    /// <returns>Init data that can be trusted, other than what was passed in, or why it was refused.</returns>
    public InitDataResult<TInitData> VerifyUnverified(TInitData? unverified) => Decide(unverified?.Token, lifetime: null);

    /// <summary>
    /// Why <see cref="Verify(string?)"/> refuses a token. Allocates nothing, unless the platform proved a user that is broken JSON, or
    /// <c>MaxTokenLength</c> was raised.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <returns><see cref="InitDataFailure.None"/> where the token is good.</returns>
    public InitDataFailure Check(ReadOnlySpan<char> token)
    {
        using var received = new InitDataQuery(token, _judge.Format);
        var query = received;
        return _judge.Judge(ref query, _proofs, lifetime: null, out _);
    }

    /// <summary>
    /// Whether the proof alone is right: the platform made this init data for one of our bots. It may be years old, or for nobody: to
    /// sign a user in, use <see cref="Verify(string?)"/>.
    /// </summary>
    /// <param name="token">The token.</param>
    public bool HasValidProof(ReadOnlySpan<char> token)
    {
        using var received = new InitDataQuery(token, _judge.Format);
        var query = received;
        return !query.IsMalformed && _judge.FindProof(ref query, _proofs) is not null;
    }

    /// <summary>
    /// Whether init data, verified or not, is older than the options' lifetime now, by its own account: of init data that was not
    /// verified, that says nothing. What is dated ahead has not expired.
    /// </summary>
    /// <param name="initData">The init data.</param>
    /// <exception cref="ArgumentNullException"><paramref name="initData"/> is <see langword="null"/>.</exception>
    public bool IsExpired(TInitData initData)
    {
        ArgumentNullException.ThrowIfNull(initData);
        return _judge.IsExpired(initData.AuthDate);
    }

    private protected abstract TInitData Read(in InitDataQuery query, long botId);

    private InitDataResult<TInitData> Decide(ReadOnlySpan<char> token, TimeSpan? lifetime)
    {
        using var received = new InitDataQuery(token, _judge.Format);
        var query = received;
        var failure = _judge.Judge(ref query, _proofs, lifetime, out var proof);

        return failure == InitDataFailure.None
            ? new InitDataResult<TInitData>(Read(query, proof!.BotId))
            : new InitDataResult<TInitData>(failure);
    }
}
