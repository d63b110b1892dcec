namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The settings that a launcher has on every platform.</summary>
public abstract class MiniAppLauncherOptions
{
    private protected MiniAppLauncherOptions(string authenticationScheme) => AuthenticationScheme = authenticationScheme;

    /// <summary>The mini app's page, which the launcher opens in its frame.</summary>
    /// <value>
    /// <c>/</c>, the root of the back end itself. A path from the root, or an absolute address of http or https, such as that of a
    /// development server for the page.
    /// </value>
    public Uri AppUrl { get; set; } = new("/", UriKind.Relative);

    /// <summary>The scheme whose keys the launches are signed with, and which authenticates them.</summary>
    /// <value>The default name of the platform's scheme: <c>VkMiniApp</c>, <c>TelegramMiniApp</c>, <c>MaxMiniApp</c>.</value>
    public string AuthenticationScheme { get; set; }

    /// <summary>
    /// Whether the launcher is there in every environment. It signs launches of any user for whoever can reach it: anybody can be anybody.
    /// </summary>
    /// <value><see langword="false"/>: only in Development.</value>
    public bool AllowOutsideDevelopment { get; set; }

    /// <summary>
    /// The names beside this machine's own under which the launcher answers, such as that of a container or of a test stand, where it is
    /// reached over a network. Whoever knows the launcher's secret can be any user there, so list no name that the internet knows.
    /// </summary>
    /// <value>
    /// None: it answers under <c>localhost</c>, names below it, and loopback addresses alone, and only on connections of this machine. Each
    /// name is one host, without a port, compared exactly but for upper and lower case; there are no patterns. A <c>localhost</c> that is
    /// listed is one that may be reached over a network, as it is where a container's port is published. A request that shows any sign of a
    /// proxy beyond this machine is refused under every name.
    /// </value>
    public IList<string> AllowedHosts { get; set; } = [];

    /// <summary>The first setting that no launcher can work with, in a sentence that names it, or <see langword="null"/>.</summary>
    internal string? FindFault() =>
        AppUrl is null ? $"{nameof(AppUrl)} must not be null."
        : !IsPage(AppUrl) ? $"{nameof(AppUrl)} must be a path that starts with one slash, or an absolute address of http or https without a user."
        : string.IsNullOrEmpty(AuthenticationScheme) ? $"{nameof(AuthenticationScheme)} must not be empty."
        : AllowedHosts is null ? $"{nameof(AllowedHosts)} must not be null."
        : !AllowedHosts.All(IsHost) ? $"{nameof(AllowedHosts)} must hold names of hosts alone, each without a port or a pattern."
        : null;

    private static bool IsPage(Uri address) => address.IsAbsoluteUri
        ? (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0
        : address.OriginalString is ['/', ..] and not ['/', '/' or '\\', ..];

    private static bool IsHost(string? name) => name is not null && Uri.CheckHostName(name) switch
    {
        UriHostNameType.Dns or UriHostNameType.IPv4 => true,
        UriHostNameType.IPv6 => name[0] == '[',
        _ => false,
    };
}
