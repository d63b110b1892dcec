using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What a launcher logs.</summary>
internal static partial class LauncherLog
{
    /// <summary>The category: what a filter of the application's logging names.</summary>
    public const string Category = "MiniApp.AspNetCore.DevLauncher";

    [LoggerMessage(1, LogLevel.Information, "The {Platform} launcher is at {Address}", EventName = "LauncherStarted")]
    public static partial void LauncherStarted(this ILogger logger, string platform, string address);
}
