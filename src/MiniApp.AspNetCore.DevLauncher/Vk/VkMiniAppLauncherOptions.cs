using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>
/// The settings of VK's launcher. It puts the signed parameters into the query of <see cref="MiniAppLauncherOptions.AppUrl"/>, behind what
/// is there.
/// </summary>
public sealed class VkMiniAppLauncherOptions : MiniAppLauncherOptions
{
    /// <summary>Makes options with the defaults.</summary>
    public VkMiniAppLauncherOptions()
        : base(VkMiniAppDefaults.AuthenticationScheme)
    {
    }
}
