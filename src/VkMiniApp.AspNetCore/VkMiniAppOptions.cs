using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>The settings of VK mini app authentication. The section <c>Authentication:Schemes:{scheme}</c> sets them too.</summary>
public sealed class VkMiniAppOptions : MiniAppOptions
{
    private VkLaunchParamsVerifier? _verifier;

    /// <summary>Makes options with the defaults.</summary>
    public VkMiniAppOptions()
        : base(VkMiniAppDefaults.Issuer, TimeSpan.FromHours(1))
    {
    }

    /// <summary>The mini app's id, above 0. For several apps see <see cref="AddApp"/>.</summary>
    public long? AppId { get; set; }

    /// <summary>The mini app's protected key, from its settings at VK. It belongs into user secrets or the environment.</summary>
    public string? AppSecret
    {
        get;
        set => (field, OlderAppSecrets) = (value, []);
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

    /// <summary>The words that may stand before a launch in the <c>Authorization</c> header.</summary>
    internal static string[] Words { get; } = ["Bearer", "VK"];

    internal override ReadOnlySpan<string> HeaderWords => Words;

    internal override string TokenName => "VK launch parameters";

    internal override string TokenSource =>
        "The query of the page's address, as VK wrote it: location.search without the question mark, or that in base64.";

    internal Dictionary<long, string[]> Apps { get; } = [];

    /// <summary>Keys that the configuration lists behind <see cref="AppSecret"/>. Whoever sets that anew means it to be the only one.</summary>
    internal string[] OlderAppSecrets { get; set; } = [];

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
            AcceptJson = AcceptJson,
        };

        foreach (var (appId, secrets) in Apps)
        {
            options.AddApp(appId, secrets);
        }

        if (AppId is { } id && AppSecret is { } secret)
        {
            options.AddApp(id, [secret, .. OlderAppSecrets, .. Apps.GetValueOrDefault(id, [])]);
        }

        return options;
    }
}
