using System.Collections.ObjectModel;
using System.Globalization;
using System.Security.Claims;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>The settings of VK mini app authentication. The section <c>Authentication:Schemes:{scheme}</c> sets them too.</summary>
public sealed class VkMiniAppOptions : MiniAppOptions
{
    private static readonly string[] Lasting =
        [ClaimTypes.NameIdentifier, VkClaimTypes.UserId, VkClaimTypes.OkUserId, VkClaimTypes.AppId, VkClaimTypes.Platform];

    private static readonly string[] FramingSites = ["https://vk.com", "https://*.vk.com", "https://vk.ru", "https://*.vk.ru"];

    private static readonly string[] FramingSitesWithOdnoklassniki = [.. FramingSites, "https://ok.ru", "https://*.ok.ru"];

    internal static readonly IReadOnlyList<string> BothAuthSchemes = ["Bearer", "VK"];

    private readonly Dictionary<long, string[]> _added = [];

    // Keys that the configuration lists behind AppSecret. Whoever sets that anew means it to be the only one.
    private string[] _olderAppSecrets = [];

    /// <summary>Makes options with the defaults.</summary>
    public VkMiniAppOptions()
        : base(VkMiniAppDefaults.Issuer, VkLaunchParamsVerifierOptions.DefaultLifetime)
    {
    }

    /// <summary>The mini app's id, above 0. For several apps see <see cref="AddApp"/>.</summary>
    public long? AppId { get; set; }

    /// <summary>The mini app's protected key, from its settings at VK. Keep it in user secrets or the environment.</summary>
    public string? AppSecret
    {
        get;
        set => (field, _olderAppSecrets) = (value, []);
    }

    /// <summary>
    /// Whether launches inside Odnoklassniki are accepted. Their user is <see cref="VkClaimTypes.OkUserId"/>; the claim
    /// <see cref="VkClaimTypes.UserId"/> is not issued, and the name identifier is <c>ok:</c> and the id.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AllowOdnoklassniki { get; set; }

    /// <summary>
    /// Whether a token may also be the object that the bridge answers <c>VKWebAppGetLaunchParams</c> with, as JSON, plain or in base64.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AcceptJson { get; set; }

    /// <summary>How long a hash of <c>VKWebAppCreateHash</c> is valid after VK signed it: see <see cref="CreatedHashVerifier"/>.</summary>
    /// <value>
    /// Five minutes: a page asks for a hash just before it sends the request. From <see cref="TimeSpan.Zero"/> up, in whole seconds; a hash
    /// exactly as old is valid.
    /// </value>
    public TimeSpan CreatedHashLifetime { get; set; } = VkCreatedHashVerifierOptions.DefaultLifetime;

    /// <summary>Every app whose launches are accepted, that of <see cref="AppId"/> first, with its protected keys, the newest first.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<string>> Apps
    {
        get
        {
            var apps = new Dictionary<long, IReadOnlyList<string>>();
            if (AppId is { } id && AppSecret is { } secret)
            {
                apps[id] = [secret, .. _olderAppSecrets, .. _added.GetValueOrDefault(id, [])];
            }

            foreach (var (appId, secrets) in _added)
            {
                apps.TryAdd(appId, secrets.AsReadOnly());
            }

            return new ReadOnlyDictionary<long, IReadOnlyList<string>>(apps);
        }
    }

    /// <summary>The verifier that these options describe, made when it is first asked for.</summary>
    /// <exception cref="ArgumentException">No verifier can be made of these options.</exception>
    public VkLaunchParamsVerifier Verifier => field ??= new VkLaunchParamsVerifier(ToVerifierOptions());

    /// <summary>
    /// The verifier of the hashes that <c>VKWebAppCreateHash</c> gives the pages of these apps, made when it is first asked for: with
    /// <see cref="CreatedHashLifetime"/>, <see cref="MiniAppOptions.ClockSkew"/> and the clock of the launches.
    /// </summary>
    /// <exception cref="ArgumentException">No verifier can be made of these options.</exception>
    public VkCreatedHashVerifier CreatedHashVerifier => field ??= new VkCreatedHashVerifier(AddApps(new VkCreatedHashVerifierOptions
    {
        Lifetime = CreatedHashLifetime,
        ClockSkew = ClockSkew,
        TimeProvider = TimeProvider ?? TimeProvider.System,
    }));

    /// <summary>The verifier of the phone numbers and e-mail addresses that VK gives the pages of these apps, made when it is first asked for.</summary>
    /// <exception cref="ArgumentException">No verifier can be made of these options.</exception>
    public VkContactVerifier ContactVerifier => field ??= new VkContactVerifier(AddApps(new VkContactVerifierOptions()));

    /// <summary>The verifier of the notifications that VK sends of payments in these apps, made when it is first asked for.</summary>
    /// <exception cref="ArgumentException">No verifier can be made of these options.</exception>
    public VkPaymentNotificationVerifier PaymentNotificationVerifier =>
        field ??= new VkPaymentNotificationVerifier(AddApps(new VkPaymentNotificationVerifierOptions()));

    /// <inheritdoc/>
    public override IReadOnlyList<string> AuthSchemes => BothAuthSchemes;

    /// <inheritdoc/>
    public override string TokenName => "VK launch parameters";

    /// <inheritdoc/>
    public override string TokenSource =>
        "The query of the page's address, as VK wrote it: location.search without the question mark, or that in base64.";

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
        _added[appId] = [.. secrets];
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> LastingClaims => Lasting;

    /// <summary>
    /// VK's sites, under both names: <c>https://vk.com</c>, <c>https://vk.ru</c> and what is below them, such as <c>m.vk.com</c>
    /// (<see href="https://dev.vk.com/en/mini-apps/development/iframe-webview">where VK frames</see>); with
    /// <see cref="AllowOdnoklassniki"/>, <c>https://ok.ru</c> and what is below it too.
    /// </summary>
    protected override IReadOnlyList<string> FrameAncestors => AllowOdnoklassniki ? FramingSitesWithOdnoklassniki : FramingSites;

    /// <inheritdoc/>
    protected override bool LooksLikeToken(ReadOnlySpan<char> token) => VkLaunchParams.LooksLikeLaunch(token);

    /// <inheritdoc/>
    protected override string? ExplainRefusal(MiniAppException failure) => failure switch
    {
        MiniAppInvalidSignatureException =>
            "It was signed with another key, or changed on its way: AppSecret has to be the protected key of this very app, not its service key.",
        VkLaunchUnknownAppException => "Neither AppId nor Apps has the app that it is of: compare them with vk_app_id in the page's address.",
        VkLaunchOdnoklassnikiException => "AllowOdnoklassniki lets such launches in.",
        _ => null,
    };

    /// <inheritdoc/>
    protected override string? FindDoubt() => Apps.Values.Any(secrets => secrets.Any(VkServiceKey.IsLikely))
        ? "a key looks like a service key, or like a user's. AppSecret and Apps take the protected key: the app's settings at VK have both."
        : null;

    /// <inheritdoc/>
    protected override void ReadSettings(SchemeConfiguration configuration)
    {
        AppId = configuration.ReadId(nameof(AppId)) ?? AppId;
        AllowOdnoklassniki = configuration.ReadFlag(nameof(AllowOdnoklassniki)) ?? AllowOdnoklassniki;
        AcceptJson = configuration.ReadFlag(nameof(AcceptJson)) ?? AcceptJson;
        CreatedHashLifetime = configuration.ReadTime(nameof(CreatedHashLifetime)) ?? CreatedHashLifetime;

        if (configuration.ReadTexts(nameof(AppSecret)) is [var secret, .. var olderSecrets])
        {
            (AppSecret, _olderAppSecrets) = (secret, olderSecrets);
        }

        foreach (var (name, secrets) in configuration.ReadGroup(nameof(Apps)))
        {
            // The name is left out of the message: it may be a key that was written in the place of an id.
            _added[ReadAppId(name) ?? throw configuration.Refuse("Apps has a name that is no app's id.")] = secrets;
        }
    }

    /// <inheritdoc/>
    protected override string? FindFault() =>
        AppId is null && AppSecret is null && _added.Count == 0 ? $"{nameof(AppId)} is missing. {nameof(AppSecret)} is missing."
        : AppId is null && AppSecret is not null ? $"{nameof(AppId)} is missing."
        : AppId <= 0 ? $"{nameof(AppId)} must be above 0."
        : AppId is not null && AppSecret is null ? $"{nameof(AppSecret)} is missing."
        : AppId is not null && !AreUsable([AppSecret!, .. _olderAppSecrets]) ? $"{nameof(AppSecret)} is empty."
        : _added.FirstOrDefault(app => !AreUsable(app.Value)) is { Key: > 0 and var appId }
            ? $"Apps:{appId} needs a protected key that is not empty."
        : CreatedHashLifetime < TimeSpan.Zero ? $"{nameof(CreatedHashLifetime)} must not be negative."
        : ToVerifierOptions().FindFault();

    // With a zero before it, one id could be there twice.
    private static long? ReadAppId(string name) =>
        name is not ['0', ..] && long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var appId) ? appId : null;

    private static bool AreUsable(string[] secrets) => secrets.Length > 0 && !Array.Exists(secrets, string.IsNullOrWhiteSpace);

    private VkLaunchParamsVerifierOptions ToVerifierOptions() => AddApps(new VkLaunchParamsVerifierOptions
    {
        Lifetime = Lifetime,
        ClockSkew = ClockSkew,
        TimeProvider = TimeProvider ?? TimeProvider.System,
        MaxTokenLength = MaxTokenLength,
        MaxParameters = MaxParameters,
        AllowOdnoklassniki = AllowOdnoklassniki,
        AcceptJson = AcceptJson,
    });

    private TVerifierOptions AddApps<TVerifierOptions>(TVerifierOptions options)
        where TVerifierOptions : VkVerifierOptions<TVerifierOptions>
    {
        foreach (var (appId, secrets) in Apps)
        {
            options.AddApp(appId, [.. secrets]);
        }

        return options;
    }
}
