using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace MiniApp.AspNetCore;

/// <summary>
/// The settings that mini app authentication has on every platform. A platform derives its own from them. They do not change once the host
/// has made them.
/// </summary>
public abstract class MiniAppOptions : AuthenticationSchemeOptions, ISchemeSettings
{
    private SectionReading? _section;
    private readonly string _platform;

    /// <summary>Makes options with the platform's defaults.</summary>
    /// <param name="issuer">
    /// The platform's name, such as <c>VK</c>. It is the claims' original issuer, and their issuer too unless the application sets another.
    /// </param>
    /// <param name="lifetime">How long the platform's launches are valid, unless the application sets another time.</param>
    protected MiniAppOptions(string issuer, TimeSpan lifetime)
    {
        ArgumentException.ThrowIfNullOrEmpty(issuer);

        _platform = ClaimsIssuer = issuer;
        Lifetime = lifetime;
        Events = new MiniAppEvents();
    }

    /// <summary>How long a launch is valid after the platform signed it.</summary>
    /// <value>One hour for VK, 24 hours for Telegram and MAX. From <see cref="TimeSpan.Zero"/> up, in whole seconds.</value>
    public TimeSpan Lifetime { get; set; }

    /// <summary>How far a launch's time may be ahead of this machine's clock.</summary>
    /// <value>One minute. From <see cref="TimeSpan.Zero"/> up, in whole seconds.</value>
    public TimeSpan ClockSkew { get; set; } = ValidityWindow.DefaultClockSkew;

    /// <summary>The longest token that is looked at, in bytes of its UTF-8, white space around it not counted.</summary>
    /// <value>8,192. From 1 to 1,048,576.</value>
    public int MaxTokenLength { get; set; } = TokenLimits.DefaultMaxTokenLength;

    /// <summary>The most parameters a token may hold, the unsigned ones included.</summary>
    /// <value>128. From 1 to 1,024.</value>
    public int MaxParameters { get; set; } = TokenLimits.DefaultMaxParameters;

    /// <summary>
    /// Whether a challenge says exactly why a token was refused, and the body of an answer 403 which requirements of the launch were not met.
    /// Without it, a client learns only what it can act on: that its launch expired, was used, was revoked or is not recent enough, which it
    /// can mend by asking the platform for a fresh one, or that its user is blocked, which it can't.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool IncludeErrorDetails { get; set; }

    /// <summary>The realm that a challenge names (RFC 9110, section 11.5).</summary>
    /// <value><see langword="null"/>: none.</value>
    public string? Realm { get; set; }

    /// <summary>
    /// Whether answers 401 and 403 have a body that says in JSON what the status and the challenge say (RFC 9457, formerly RFC 7807). The
    /// application's <c>AddProblemDetails()</c> writes it, after all schemes have added their challenges, unless there is a body by then;
    /// the host refuses to start without. Where somebody else writes the body by that service, it says the same. Where no scheme has this
    /// set when the host starts, setting it later takes effect with the next start.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool WriteProblemDetails { get; set; }

    /// <summary>
    /// Whether the ticket of a user says when the launch ends (<c>AuthenticationProperties.ExpiresUtc</c>), which is its time and
    /// <see cref="Lifetime"/>. SignalR's <c>CloseOnAuthenticationExpiration</c> then closes a connection whose launch has expired.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool IncludeExpiration { get; set; }

    /// <summary>
    /// Whether the activity of a request is tagged with the user's name identifier, as <c>enduser.id</c>. That is personal data, wherever
    /// traces are kept.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool IncludeUserIdInTraces { get; set; }

    /// <summary>
    /// Where the token is in a request. A result of <see langword="null"/> means that the request has no credentials for this scheme; an
    /// empty text means credentials that can't be used, or none where the platform itself gives pages an empty text.
    /// </summary>
    /// <value>
    /// <see langword="null"/>: in the <c>Authorization</c> header behind one of the <see cref="AuthSchemes"/>, in any case. A request with
    /// several such headers is refused. <see cref="TokenRetrieval"/> has other places. Endpoints with a
    /// <see cref="TakeLaunchFromBodyAttribute"/> look into the body where there is no token in that place.
    /// </value>
    public Func<HttpRequest, string?>? TokenRetriever { get; set; }

    /// <summary>What the application does along the way.</summary>
    /// <value>Events that do nothing.</value>
    public new MiniAppEvents Events
    {
        get => (MiniAppEvents)base.Events!;
        set => base.Events = value;
    }

    /// <summary>
    /// The auth-schemes (RFC 9110, section 11.1) after which the token is read in the <c>Authorization</c> header, at least one. A
    /// challenge names the first.
    /// </summary>
    public abstract IReadOnlyList<string> AuthSchemes { get; }

    /// <summary>What a token of the platform is called, such as <c>VK launch parameters</c>.</summary>
    public abstract string TokenName { get; }

    /// <summary>Where a page of the platform finds the token, in a sentence for the developer of a client.</summary>
    public abstract string TokenSource { get; }

    /// <summary>
    /// The platform, whatever the application calls the claims' issuer: the claims' original issuer, which requirements go by. A platform
    /// overrides it where one scheme's users must not be taken for another's.
    /// </summary>
    protected internal virtual string OriginalIssuer => _platform;

    /// <summary>
    /// The types of the claims that go on being true after the launch, so that a session may keep them: who the user is, and in which app.
    /// What ages, such as a role or a scope, is none of them.
    /// </summary>
    /// <value>The name identifier alone, unless a platform names more.</value>
    protected internal virtual IReadOnlyList<string> LastingClaims => [ClaimTypes.NameIdentifier];

    /// <summary>
    /// The origins whose pages show the platform's mini apps in a frame, as <c>frame-ancestors</c> of CSP names them, such as
    /// <c>https://*.vk.com</c>: what <c>UseMiniAppFrameAncestors()</c> lets frame the application's pages.
    /// </summary>
    /// <value>None, unless a platform names some.</value>
    protected internal virtual IReadOnlyList<string> FrameAncestors => [];

    SectionReading? ISchemeSettings.Section => _section;

    /// <summary>What the handler measures by. It is here so that no request has to ask the container for it.</summary>
    internal LaunchMetrics? Metrics { get; set; }

    /// <summary>What the handler judges verified launches by. It is here for the same reason.</summary>
    internal MiniAppRevocations? Revocations { get; set; }

    /// <summary>Whether the log says what a page may have done wrong: while the application is developed.</summary>
    internal bool ExplainsRefusals { get; set; }

    /// <summary>Finds the token where these options say that it is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="token">The token, which may be anything.</param>
    /// <returns><see langword="false"/> where the request has none.</returns>
    internal bool TryRetrieveToken(HttpRequest request, out ReadOnlySpan<char> token)
    {
        if (TokenRetriever is null && AuthorizationHeader.TryReadToken(request, AuthSchemes, out token))
        {
            return true;
        }

        var retrieved = TokenRetriever?.Invoke(request) ?? LaunchBody.FindToken(request.HttpContext, AuthSchemes);
        token = retrieved;
        return retrieved is not null;
    }

    // A life may be so long that no calendar has its end.
    internal DateTimeOffset FindEnd(DateTimeOffset start) =>
        Lifetime <= DateTimeOffset.MaxValue - start ? start + Lifetime : DateTimeOffset.MaxValue;

    /// <summary>
    /// Reads the settings that only this platform has, before those of all platforms are read. A setting that is not there leaves the
    /// option as it is. A name in the section that is not read is reported as unknown, so read every setting, whatever the others say.
    /// </summary>
    /// <param name="configuration">The section <c>Authentication:Schemes:{scheme}</c>.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is not valid.</exception>
    protected virtual void ReadSettings(SchemeConfiguration configuration)
    {
    }

    /// <summary>
    /// Whether a token looks like one of the platform's, which tells the schemes of one application apart where their tokens stand behind
    /// the same auth-scheme. Nothing is verified.
    /// </summary>
    /// <param name="token">The token, which may be anything.</param>
    /// <returns><see langword="true"/>, unless a platform knows better.</returns>
    protected internal virtual bool LooksLikeToken(ReadOnlySpan<char> token) => true;

    /// <summary>
    /// What a developer should look at where a launch was refused, and nothing about the token itself strikes the eye: the scheme's settings.
    /// The log has it in Development alone; no client is told.
    /// </summary>
    /// <param name="failure">Why the launch was refused.</param>
    /// <returns>
    /// A sentence that names settings and never shows one; <see langword="null"/> where there is nothing to say, as long as a platform knows no
    /// better.
    /// </returns>
    protected internal virtual string? ExplainRefusal(MiniAppException failure) => null;

    /// <summary>
    /// Finds a setting that is sound, but hardly what was meant, such as another platform's key. It keeps no host from starting: a warning
    /// tells of it, once.
    /// </summary>
    /// <returns>
    /// A sentence that names the setting and never shows it; <see langword="null"/> where there is nothing to say, as long as a platform knows no
    /// better.
    /// </returns>
    protected virtual string? FindDoubt() => null;

    /// <summary>
    /// Finds what keeps launches from being verified, when everything has been set. The settings of all platforms are judged after the
    /// platform's own. A host with a fault does not start; one that runs keeps its last good settings.
    /// </summary>
    /// <returns>A sentence that names the setting and never shows a secret; <see langword="null"/> where all is sound.</returns>
    protected abstract string? FindFault();

    void ISchemeSettings.Read(SchemeConfiguration configuration, IConfiguration? sources)
    {
        ReadSettings(configuration);
        Lifetime = configuration.ReadTime(nameof(Lifetime)) ?? Lifetime;
        ClockSkew = configuration.ReadTime(nameof(ClockSkew)) ?? ClockSkew;
        MaxTokenLength = configuration.ReadInteger<int>(nameof(MaxTokenLength)) ?? MaxTokenLength;
        MaxParameters = configuration.ReadInteger<int>(nameof(MaxParameters)) ?? MaxParameters;
        IncludeErrorDetails = configuration.ReadFlag(nameof(IncludeErrorDetails)) ?? IncludeErrorDetails;
        Realm = configuration.ReadText(nameof(Realm)) ?? Realm;
        WriteProblemDetails = configuration.ReadFlag(nameof(WriteProblemDetails)) ?? WriteProblemDetails;
        IncludeExpiration = configuration.ReadFlag(nameof(IncludeExpiration)) ?? IncludeExpiration;
        IncludeUserIdInTraces = configuration.ReadFlag(nameof(IncludeUserIdInTraces)) ?? IncludeUserIdInTraces;
        _section = configuration.GetReading(sources);
    }

    string? ISchemeSettings.FindDoubt() => FindDoubt();

    string? ISchemeSettings.FindFault() =>
        FindFault() is { } fault ? fault
        : Lifetime < TimeSpan.Zero ? $"{nameof(Lifetime)} must not be negative."
        : ClockSkew < TimeSpan.Zero ? $"{nameof(ClockSkew)} must not be negative."
        : FindFault(MaxTokenLength, TokenLimits.LargestMaxTokenLength, nameof(MaxTokenLength))
            ?? FindFault(MaxParameters, TokenLimits.LargestMaxParameters, nameof(MaxParameters));

    private static string? FindFault(int limit, int largest, string name) =>
        limit >= 1 && limit <= largest ? null : $"{name} must be from 1 to {largest}.";
}
