using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>What is said of revocations: how many and how old, never whose.</summary>
internal static partial class RevocationLog
{
    [LoggerMessage(
        40,
        LogLevel.Information,
        "Revocations are kept in this process alone: other instances know nothing of them, and the next start neither. A store, such as that of AddMiniAppRedis, keeps them for all.",
        EventName = "RevocationsInProcess")]
    public static partial void InProcess(ILogger logger);

    [LoggerMessage(
        41,
        LogLevel.Error,
        "The store of revocations could not be read: {Fault}. Until it is, every launch and session is answered with 503.",
        EventName = "RevocationsUnknown")]
    public static partial void Unknown(ILogger logger, string fault);

    [LoggerMessage(
        42,
        LogLevel.Warning,
        "The store of revocations could not be read: {Fault}. What was read before stays in force.",
        EventName = "RevocationsStale")]
    public static partial void Stale(ILogger logger, string fault);

    [LoggerMessage(43, LogLevel.Information, "The store of revocations is read again.", EventName = "RevocationsRead")]
    public static partial void Read(ILogger logger);

    [LoggerMessage(
        44, LogLevel.Warning, "The store of revocations lacked {Count} of what this instance knows, and was given it back.", EventName = "RevocationsRestored")]
    public static partial void Restored(ILogger logger, int count);
}
