using MiniApp.AspNetCore.DevLauncher;
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace MaxMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>A back end with a launcher of MAX.</summary>
internal static class MaxApp
{
    public const string BotToken = "token-of-the-tests";
    public const string Secret = BotToken;
    public const long Now = LauncherApp<MaxSubject>.Now;

    public static Task<LauncherApp<MaxSubject>> StartAsync(
        Action<MaxMiniAppOptions>? configureScheme = null, Action<MiniAppLauncherOptions>? configureLauncher = null) =>
        LauncherApp<MaxSubject>.StartAsync(options => configureScheme?.Invoke((MaxMiniAppOptions)options), configureLauncher);
}
