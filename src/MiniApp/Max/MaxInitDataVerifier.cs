using MiniApp;

namespace MaxMiniApp;

/// <summary>
/// Tells whether init data was made by MAX for one of our bots, and how long ago
/// (<see href="https://dev.max.ru/docs/webapps/validation">the rule</see>). Safe for use by any number of threads at once. Nothing that
/// is passed in as a token makes it throw.
/// </summary>
/// <remarks>
/// A token is what the page finds in <c>WebApp.initData</c>, or the fragment of the page's address, which holds the same encoded once
/// more: the value of its <c>WebAppData=</c>, all of it, or the whole address. All but that value may be in base64 or base64url, with or
/// without padding. What else is in the fragment is not proved, and never read; so it does no harm behind init data either, as
/// <c>&amp;WebAppPlatform=…&amp;WebAppVersion=…</c>, where all of it is no longer than half of the longest token.
/// </remarks>
public sealed class MaxInitDataVerifier : InitDataVerifier<MaxInitData>
{
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
        : base(options)
    {
    }

    private protected override MaxInitData Read(in InitDataQuery query, long botId) => new(query, token: null);
}
