using MiniApp.AspNetCore.DevLauncher;
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace TelegramMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>A back end with a launcher of Telegram.</summary>
internal static class TelegramApp
{
    public const long BotId = 51000001;
    public const string Secret = "secret-part-of-the-tests-token";
    public const string BotToken = "51000001:" + Secret;
    public const long Now = LauncherApp<TelegramSubject>.Now;

    public static Task<LauncherApp<TelegramSubject>> StartAsync(
        Action<TelegramMiniAppOptions>? configureScheme = null, Action<MiniAppLauncherOptions>? configureLauncher = null) =>
        LauncherApp<TelegramSubject>.StartAsync(options => configureScheme?.Invoke((TelegramMiniAppOptions)options), configureLauncher);
}
