namespace MiniApp.AspNetCore;

/// <summary>The settings of a platform whose launches are init data, proved for the bot that the mini app belongs to.</summary>
/// <typeparam name="TInitData">The platform's init data.</typeparam>
public abstract class InitDataMiniAppOptions<TInitData> : MiniAppOptions
    where TInitData : InitData
{
    private readonly IReadOnlyList<string> _authScheme;
    private readonly IReadOnlyList<string> _authSchemeAndBearer;

    /// <summary>Makes options with the platform's defaults.</summary>
    /// <param name="issuer">The platform's name, such as <c>MAX</c>.</param>
    /// <param name="authScheme">The platform's auth-scheme, such as <c>max</c>.</param>
    protected InitDataMiniAppOptions(string issuer, string authScheme)
        : base(issuer, InitDataVerifierOptions.DefaultLifetime) =>
        (_authScheme, _authSchemeAndBearer) = ([authScheme], [authScheme, "Bearer"]);

    /// <summary>
    /// The bot's token, as the platform gave it. Keep it in user secrets or the environment. Several bots are added by <c>AddBot</c>.
    /// </summary>
    public string? BotToken
    {
        get;
        set => (field, OlderBotTokens) = (value, []);
    }

    /// <summary>
    /// Whether <c>Authorization: Bearer …</c> is read as well as the platform's own auth-scheme. Where another scheme of the application uses
    /// <c>Bearer</c> too, each would refuse the other's tokens, unless those look like JSON Web Tokens or
    /// like tokens of sessions.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AcceptBearer { get; set; }

    /// <summary>How long a phone number that the user shared with a bot is valid after the platform proved it.</summary>
    /// <value>
    /// One hour: no platform states a lifetime, and a page sends such a number on at once. From <see cref="TimeSpan.Zero"/> up, in whole
    /// seconds; what is exactly as old is valid.
    /// </value>
    public TimeSpan ContactLifetime { get; set; } = TimedVerifierOptions.DefaultLifetime;

    /// <summary>The verifier that these options describe, made when it is first asked for.</summary>
    /// <exception cref="ArgumentException">No verifier can be made of these options.</exception>
    public abstract InitDataVerifier<TInitData> Verifier { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> AuthSchemes => AcceptBearer ? _authSchemeAndBearer : _authScheme;

    /// <inheritdoc/>
    public sealed override string TokenName => $"{OriginalIssuer} init data";

    /// <summary>
    /// Older tokens of the same bot, which the configuration lists after <see cref="BotToken"/>. Setting <see cref="BotToken"/> clears
    /// them.
    /// </summary>
    protected IReadOnlyList<string> OlderBotTokens { get; private set; } = [];

    /// <inheritdoc/>
    protected override void ReadSettings(SchemeConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        if (configuration.ReadTexts(nameof(BotToken)) is [var token, .. var olderTokens])
        {
            (BotToken, OlderBotTokens) = (token, olderTokens);
        }

        AcceptBearer = configuration.ReadFlag(nameof(AcceptBearer)) ?? AcceptBearer;
        ContactLifetime = configuration.ReadTime(nameof(ContactLifetime)) ?? ContactLifetime;
    }

    /// <summary>Hands the rules of these options to those of a verifier.</summary>
    /// <typeparam name="TVerifierOptions">The options of the platform's verifier.</typeparam>
    /// <param name="options">The verifier's options.</param>
    /// <returns>The verifier's options.</returns>
    protected TVerifierOptions SetRules<TVerifierOptions>(TVerifierOptions options)
        where TVerifierOptions : InitDataVerifierOptions
    {
        ArgumentNullException.ThrowIfNull(options);

        options.Lifetime = Lifetime;
        options.ClockSkew = ClockSkew;
        options.TimeProvider = TimeProvider ?? TimeProvider.System;
        options.MaxTokenLength = MaxTokenLength;
        options.MaxParameters = MaxParameters;
        return options;
    }

    /// <summary>Hands the clock of these options and its skew to those of a verifier of anything but launches.</summary>
    /// <typeparam name="TVerifierOptions">The options of that verifier.</typeparam>
    /// <param name="options">The verifier's options.</param>
    /// <param name="lifetime">How long what it verifies is valid.</param>
    /// <returns>The verifier's options.</returns>
    protected TVerifierOptions SetTimes<TVerifierOptions>(TVerifierOptions options, TimeSpan lifetime)
        where TVerifierOptions : TimedVerifierOptions
    {
        ArgumentNullException.ThrowIfNull(options);

        options.Lifetime = lifetime;
        options.ClockSkew = ClockSkew;
        options.TimeProvider = TimeProvider ?? TimeProvider.System;
        return options;
    }
}
