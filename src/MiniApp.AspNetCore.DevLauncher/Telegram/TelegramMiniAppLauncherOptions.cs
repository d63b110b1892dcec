using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>The settings of a launcher.</summary>
public sealed class TelegramMiniAppLauncherOptions : ILauncherOptions
{
    /// <summary>The mini app's page, which the launcher opens in its frame. The init data is put into its fragment, as Telegram does.</summary>
    /// <value>
    /// <c>/</c>, the root of the back end itself. A path from the root, or an absolute address of http or https, such as that of a
    /// development server for the page.
    /// </value>
    public Uri AppUrl { get; set; } = new("/", UriKind.Relative);

    /// <summary>The scheme whose bots and keys the launches are signed with, and which judges them.</summary>
    /// <value><c>TelegramMiniApp</c>.</value>
    public string AuthenticationScheme { get; set; } = TelegramMiniAppDefaults.AuthenticationScheme;

    /// <summary>
    /// Whether the launcher is there in every environment. It signs launches of any user for whoever can reach it: everybody is everybody.
    /// </summary>
    /// <value><see langword="false"/>: only in Development.</value>
    public bool AllowOutsideDevelopment { get; set; }

    /// <summary>
    /// Whether the launcher answers under any host's name. A tunnel that shows the back end to Telegram shows the launcher to everybody
    /// with it, and what it signs with the bot's token is good in production too.
    /// </summary>
    /// <value><see langword="false"/>: only under <c>localhost</c>, names below it, and loopback addresses.</value>
    public bool AllowAnyHost { get; set; }
}
