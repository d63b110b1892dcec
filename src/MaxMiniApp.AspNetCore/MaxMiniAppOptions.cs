using System.Security.Claims;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>The settings of MAX mini app authentication. The section <c>Authentication:Schemes:{scheme}</c> sets them too.</summary>
public sealed class MaxMiniAppOptions : InitDataMiniAppOptions<MaxInitData>
{
    private static readonly string[] Lasting =
        [ClaimTypes.NameIdentifier, MaxClaimTypes.UserId];

    private static readonly string[] FramingSites = ["https://*.max.ru"];

    private readonly List<IReadOnlyList<string>> _added = [];

    /// <summary>Makes options with the defaults.</summary>
    public MaxMiniAppOptions()
        : base(MaxMiniAppDefaults.Issuer, "max")
    {
    }

    /// <summary>The tokens of every bot whose init data is accepted, that of <see cref="InitDataMiniAppOptions{T}.BotToken"/> first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Bots => BotToken is { } token ? [[token, .. OlderBotTokens], .. _added] : [.. _added];

    /// <inheritdoc/>
    public override MaxInitDataVerifier Verifier => field ??= new MaxInitDataVerifier(ToVerifierOptions());

    /// <summary>
    /// The verifier of the phone numbers that users share with these bots, made when it is first asked for: with
    /// <see cref="InitDataMiniAppOptions{T}.ContactLifetime"/>, <see cref="MiniAppOptions.ClockSkew"/> and the clock of the launches.
    /// </summary>
    /// <exception cref="ArgumentException">No verifier can be made of these options.</exception>
    public MaxContactVerifier ContactVerifier => field ??= new MaxContactVerifier(ToContactOptions());

    /// <inheritdoc/>
    public override string TokenSource => "The text of window.WebApp.initData, as MAX wrote it.";

    /// <summary>Adds a bot whose init data is accepted, beside <c>BotToken</c> or instead of it.</summary>
    /// <param name="botToken">The bot's token, from MAX's platform for partners.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <exception cref="ArgumentException">A token is empty or holds white space. The message holds none of them.</exception>
    public void AddBot(string botToken, params string[] olderTokens)
    {
        _ = new MaxInitDataVerifierOptions().AddBot(botToken, olderTokens);
        _added.Add([botToken, .. olderTokens]);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> LastingClaims => Lasting;

    /// <summary>What is below <c>https://max.ru</c>, such as MAX's web client at <c>web.max.ru</c>: whom MAX's own script listens to.</summary>
    protected override IReadOnlyList<string> FrameAncestors => FramingSites;

    /// <inheritdoc/>
    protected override bool LooksLikeToken(ReadOnlySpan<char> token) => MaxInitData.LooksLikeInitData(token);

    /// <inheritdoc/>
    protected override string? ExplainRefusal(MiniAppException failure) => failure is MiniAppInvalidSignatureException
        ? "It was signed for another bot, or changed on its way: BotToken has to be the token of the bot that opens the page, as MAX has it now."
        : null;

    /// <inheritdoc/>
    protected override string? FindDoubt() => Bots.Any(tokens => tokens.Any(LooksLikeTelegrams))
        ? "a token looks like one of a Telegram bot. BotToken and Bots take tokens of MAX's platform for partners."
        : null;

    /// <inheritdoc/>
    protected override void ReadSettings(SchemeConfiguration configuration)
    {
        base.ReadSettings(configuration);

        foreach (var botToken in configuration.ReadList(nameof(Bots)))
        {
            if (!MaxBotToken.IsUsable(botToken))
            {
                throw configuration.Refuse($"{nameof(Bots)} lists a text that is empty or holds white space.");
            }

            AddBot(botToken);
        }
    }

    /// <inheritdoc/>
    protected override string? FindFault() =>
        Bots.Count == 0 ? $"{nameof(BotToken)} is missing."
        : !Bots[0].All(MaxBotToken.IsUsable) ? $"{nameof(BotToken)} must not be empty and must not hold white space."
        : ContactLifetime < TimeSpan.Zero ? $"{nameof(ContactLifetime)} must not be negative."
        : ToVerifierOptions().FindFault();

    /// <summary>Whether a token is a number, a colon and 35 characters, as those of Telegram's bots are.</summary>
    private static bool LooksLikeTelegrams(string token) =>
        token.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && colon + 36 == token.Length
        && !token.AsSpan(0, colon).ContainsAnyExceptInRange('0', '9');

    private MaxInitDataVerifierOptions ToVerifierOptions()
    {
        var options = SetRules(new MaxInitDataVerifierOptions());
        foreach (var tokens in Bots)
        {
            options.AddBot(tokens[0], [.. tokens.Skip(1)]);
        }

        return options;
    }

    private MaxContactVerifierOptions ToContactOptions()
    {
        var options = SetTimes(new MaxContactVerifierOptions(), ContactLifetime);
        foreach (var tokens in Bots)
        {
            options.AddBot(tokens[0], [.. tokens.Skip(1)]);
        }

        return options;
    }
}
