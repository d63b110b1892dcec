using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace VkMiniApp.AspNetCore;

/// <summary>The settings of VK mini app authentication. The section <c>Authentication:Schemes:{scheme}</c> sets them too.</summary>
public sealed class VkMiniAppOptions : AuthenticationSchemeOptions
{
    private VkLaunchParamsVerifier? _verifier;

    /// <summary>Makes options with the defaults.</summary>
    public VkMiniAppOptions()
    {
        ClaimsIssuer = VkMiniAppDefaults.Issuer;
        Events = new VkMiniAppEvents();
    }

    /// <summary>The mini app's id, above 0. For several apps see <see cref="AddApp"/>.</summary>
    public long? AppId { get; set; }

    /// <summary>The mini app's protected key, from its settings at VK. It belongs into user secrets or the environment.</summary>
    public string? AppSecret { get; set; }

    /// <summary>How long a launch is valid after VK signed it.</summary>
    /// <value>One hour. From <see cref="TimeSpan.Zero"/> up, in whole seconds.</value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How far a launch's time may be ahead of this machine's clock.</summary>
    /// <value>One minute. From <see cref="TimeSpan.Zero"/> up, in whole seconds.</value>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest token that is looked at, in characters.</summary>
    /// <value>8,192. From 1 to 1,048,576.</value>
    public int MaxTokenLength { get; set; } = 8192;

    /// <summary>The most parameters a query may hold, the unsigned ones included.</summary>
    /// <value>128. From 1 to 1,024.</value>
    public int MaxParameters { get; set; } = 128;

    /// <summary>
    /// Whether launches inside Odnoklassniki are accepted. Their user is <see cref="VkClaimTypes.OkUserId"/>; the claim
    /// <see cref="VkClaimTypes.UserId"/> is not issued, and the name identifier is <c>ok:</c> and the id.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AllowOdnoklassniki { get; set; }

    /// <summary>
    /// Whether a challenge says exactly why a token was refused. Without it, a client learns only that its launch expired, which it can
    /// mend by asking VK for a fresh one.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool IncludeErrorDetails { get; set; }

    /// <summary>
    /// Where the token is in a request. <see langword="null"/> from it means that the request has no credentials for this scheme; an
    /// empty text means credentials that can't be used.
    /// </summary>
    /// <value>
    /// <see langword="null"/>: in the <c>Authorization</c> header behind the word <c>Bearer</c> or <c>VK</c>, in any case. A request
    /// with several such headers is refused.
    /// </value>
    public Func<HttpRequest, string?>? TokenRetriever { get; set; }

    /// <summary>What the application does along the way.</summary>
    /// <value>Events that do nothing.</value>
    public new VkMiniAppEvents Events
    {
        get => (VkMiniAppEvents)base.Events!;
        set => base.Events = value;
    }

    internal Dictionary<long, string[]> Apps { get; } = [];

    /// <summary>The verifier that these options describe. They are not changed any more once a request asks for it.</summary>
    internal VkLaunchParamsVerifier Verifier => _verifier ??= new VkLaunchParamsVerifier(ToVerifierOptions());

    /// <summary>
    /// Adds an app whose launches are accepted, beside <see cref="AppId"/> or instead of it, or replaces the keys of one that was added
    /// before. Keys for <see cref="AppId"/> itself are accepted beside <see cref="AppSecret"/>.
    /// </summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secrets">The app's protected key; while it is being changed, the new one and the old one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or white space. The message holds none of them.</exception>
    public void AddApp(long appId, params string[] secrets)
    {
        _ = new VkLaunchParamsVerifierOptions().AddApp(appId, secrets);
        Apps[appId] = [.. secrets];
    }

    internal VkLaunchParamsVerifierOptions ToVerifierOptions()
    {
        var options = new VkLaunchParamsVerifierOptions
        {
            Lifetime = Lifetime,
            ClockSkew = ClockSkew,
            TimeProvider = TimeProvider ?? TimeProvider.System,
            MaxTokenLength = MaxTokenLength,
            MaxParameters = MaxParameters,
            AllowOdnoklassniki = AllowOdnoklassniki,
        };

        foreach (var (appId, secrets) in Apps)
        {
            options.AddApp(appId, secrets);
        }

        if (AppId is { } id && AppSecret is { } secret)
        {
            options.AddApp(id, [secret, .. Apps.GetValueOrDefault(id, [])]);
        }

        return options;
    }
}
