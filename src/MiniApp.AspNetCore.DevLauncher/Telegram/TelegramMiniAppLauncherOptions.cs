using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>
/// The settings of Telegram's launcher. It puts the init data into the fragment of <see cref="MiniAppLauncherOptions.AppUrl"/>, as Telegram
/// does.
/// </summary>
public sealed class TelegramMiniAppLauncherOptions : MiniAppLauncherOptions
{
    /// <summary>Makes options with the defaults.</summary>
    public TelegramMiniAppLauncherOptions()
        : base(TelegramMiniAppDefaults.AuthenticationScheme)
    {
    }
}
