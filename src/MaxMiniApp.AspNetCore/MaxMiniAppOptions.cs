using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>The settings of MAX mini app authentication. The section <c>Authentication:Schemes:{scheme}</c> sets them too.</summary>
public sealed class MaxMiniAppOptions : MiniAppOptions
{
    private static readonly string[] Words = ["max"];

    private MaxInitDataVerifier? _verifier;

    /// <summary>Makes options with the defaults.</summary>
    public MaxMiniAppOptions()
        : base(MaxMiniAppDefaults.Issuer, TimeSpan.FromHours(24))
    {
    }

    /// <summary>
    /// The bot's token, from MAX's platform for partners. It belongs into user secrets or the environment. For several bots see
    /// <see cref="AddBot"/>.
    /// </summary>
    public string? BotToken
    {
        get;
        set => (field, OlderBotTokens) = (value, []);
    }

    /// <summary>
    /// Whether <c>Authorization: Bearer …</c> is read as well as <c>Authorization: max …</c>. Where another scheme uses the same word,
    /// each would refuse the other's tokens, unless those look like JSON Web Tokens.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AcceptBearer { get; set; }

    /// <summary>The verifier that these options describe. They are not changed any more once a request asks for it.</summary>
    internal MaxInitDataVerifier Verifier => _verifier ??= new MaxInitDataVerifier(ToVerifierOptions());

    /// <summary>The words that may stand before init data in the <c>Authorization</c> header, where <see cref="AcceptBearer"/> is set.</summary>
    internal static string[] WordsWithBearer { get; } = ["max", "Bearer"];

    internal override ReadOnlySpan<string> HeaderWords => AcceptBearer ? WordsWithBearer : Words;

    internal override string TokenName => "MAX init data";

    internal override string TokenSource => "The text of window.WebApp.initData, as MAX wrote it.";

    internal List<string[]> Bots { get; } = [];

    /// <summary>Tokens that the configuration lists behind <see cref="BotToken"/>. Whoever sets that anew means it to be the only one.</summary>
    internal string[] OlderBotTokens { get; set; } = [];

    /// <summary>Adds a bot whose init data is accepted, beside <see cref="BotToken"/> or instead of it.</summary>
    /// <param name="botToken">The bot's token, from MAX's platform for partners.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <exception cref="ArgumentException">A token is empty or holds white space. The message holds none of them.</exception>
    public void AddBot(string botToken, params string[] olderTokens)
    {
        _ = new MaxInitDataVerifierOptions().AddBot(botToken, olderTokens);
        Bots.Add([botToken, .. olderTokens]);
    }

    /// <summary>What a verifier is made from.</summary>
    /// <exception cref="ArgumentException"><see cref="BotToken"/> can't be one.</exception>
    internal MaxInitDataVerifierOptions ToVerifierOptions()
    {
        var options = new MaxInitDataVerifierOptions
        {
            Lifetime = Lifetime,
            ClockSkew = ClockSkew,
            TimeProvider = TimeProvider ?? TimeProvider.System,
            MaxTokenLength = MaxTokenLength,
            MaxParameters = MaxParameters,
        };

        if (BotToken is not null)
        {
            options.AddBot(BotToken, OlderBotTokens);
        }

        foreach (var tokens in Bots)
        {
            options.AddBot(tokens[0], tokens[1..]);
        }

        return options;
    }
}
