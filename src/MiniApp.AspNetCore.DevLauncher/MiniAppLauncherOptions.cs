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
    /// <value>The default name of the platform's scheme: <c>VkMiniApp</c>, <c>TelegramMiniApp</c>.</value>
    public string AuthenticationScheme { get; set; }

    /// <summary>
    /// Whether the launcher is there in every environment. It signs launches of any user for whoever can reach it: everybody is everybody.
    /// </summary>
    /// <value><see langword="false"/>: only in Development.</value>
    public bool AllowOutsideDevelopment { get; set; }

    /// <summary>
    /// Whether the launcher answers under any host's name. A tunnel that shows the back end to the platform shows the launcher to everybody
    /// with it, and what it signs with a real key is good in production too.
    /// </summary>
    /// <value><see langword="false"/>: only under <c>localhost</c>, names below it, and loopback addresses.</value>
    public bool AllowAnyHost { get; set; }

    /// <summary>The first setting that no launcher can work with, in a sentence that names it, or <see langword="null"/>.</summary>
    internal string? FindFault() =>
        AppUrl is null ? $"{nameof(AppUrl)} must not be null."
        : !IsPage(AppUrl) ? $"{nameof(AppUrl)} must be a path that starts with one slash, or an absolute address of http or https without a user."
        : string.IsNullOrEmpty(AuthenticationScheme) ? $"{nameof(AuthenticationScheme)} must not be empty."
        : null;

    private static bool IsPage(Uri address) => address.IsAbsoluteUri
        ? (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0
        : address.OriginalString is ['/', ..] and not ['/', '/' or '\\', ..];
}
