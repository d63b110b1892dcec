using MiniApp.AspNetCore.DevLauncher;

namespace MaxMiniApp.AspNetCore.DevLauncher;

/// <summary>
/// The settings of MAX's launcher. The init data becomes the fragment of <see cref="MiniAppLauncherOptions.AppUrl"/>, as in MAX. MAX's own
/// script hears the launcher's answers only from the page's own origin: give the launcher and the page one, by a proxy if need be.
/// </summary>
public sealed class MaxMiniAppLauncherOptions : MiniAppLauncherOptions
{
    /// <summary>Makes options with the defaults.</summary>
    public MaxMiniAppLauncherOptions()
        : base(MaxMiniAppDefaults.AuthenticationScheme)
    {
    }
}
