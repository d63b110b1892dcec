using MiniApp.AspNetCore.DevLauncher;
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>A back end with a launcher of VK.</summary>
internal static class VkApp
{
    public const long AppId = 6736218;
    public const string Secret = "protected-key-of-the-tests";
    public const long Now = LauncherApp<VkSubject>.Now;

    public static Task<LauncherApp<VkSubject>> StartAsync(
        Action<VkMiniAppOptions>? configureScheme = null, Action<MiniAppLauncherOptions>? configureLauncher = null) =>
        LauncherApp<VkSubject>.StartAsync(options => configureScheme?.Invoke((VkMiniAppOptions)options), configureLauncher);
}
