using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>What is said of launches that are used once: never who the user is, nor anything of a token or a binding.</summary>
internal static partial class LedgerLog
{
    [LoggerMessage(
        30,
        LogLevel.Information,
        "Used launches are remembered in this process: that serves one instance of the application only, and what was signed before its start is refused "
        + "unless LaunchLedgerOptions.AcceptLaunchesFromBeforeStart is set.",
        EventName = "LedgerInProcess")]
    public static partial void InProcess(ILogger logger);

    [LoggerMessage(31, LogLevel.Information, "Refused the use of launch {LaunchId}: {Failure}.", EventName = "LaunchUseRefused")]
    public static partial void Refused(ILogger logger, LaunchId? launchId, LaunchStateFailure failure);

    [LoggerMessage(32, LogLevel.Information, "Refused the use of launch {LaunchId}: {Fault}", EventName = "LaunchBindingRefused")]
    public static partial void BindingRefused(ILogger logger, LaunchId? launchId, string fault);

    [LoggerMessage(
        33, LogLevel.Information, "Would refuse the use of launch {LaunchId}, if it did not only report: {Failure}.", EventName = "LaunchUseReported")]
    public static partial void Reported(ILogger logger, LaunchId? launchId, LaunchStateFailure failure);

    [LoggerMessage(
        34, LogLevel.Information, "Would refuse the use of launch {LaunchId}, if it did not only report: {Fault}", EventName = "LaunchBindingReported")]
    public static partial void BindingReported(ILogger logger, LaunchId? launchId, string fault);

    [LoggerMessage(
        35, LogLevel.Warning, "Accepted the use of launch {LaunchId}, though the ledger could not tell whether it is the first.", EventName = "LaunchUseUnknown")]
    public static partial void AcceptedUnknown(ILogger logger, LaunchId? launchId);

    // The type alone: what a client of some store writes into its messages is not known here.
    [LoggerMessage(36, LogLevel.Error, "The ledger {Ledger} threw {Exception}. It counts as unavailable.", EventName = "LedgerThrew")]
    public static partial void Threw(ILogger logger, Type ledger, Type exception);

    [LoggerMessage(37, LogLevel.Information, "{Endpoint} demands an unused launch, and the user was not signed in by one.", EventName = "UnusedLaunchMissing")]
    public static partial void LaunchMissing(ILogger logger, string? endpoint);
}
