using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>What sessions say: the verdict, never anything of a token or a user.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(50, LogLevel.Information, "A session's token was refused: {Failure}.", EventName = "SessionRefused")]
    public static partial void Refused(ILogger logger, Enum failure);

    [LoggerMessage(51, LogLevel.Information, "A launch was not exchanged for a session: {Failure}.", EventName = "SessionNotStarted")]
    public static partial void NotStarted(ILogger logger, Enum failure);

    [LoggerMessage(52, LogLevel.Information, "A request for a session could not be read, and was answered {Status}: {Fault}", EventName = "SessionRequestBad")]
    public static partial void BadRequest(ILogger logger, int status, string fault);

    [LoggerMessage(53, LogLevel.Information, "The application refused a session, {Reason}.", EventName = "SessionDeclined")]
    public static partial void Declined(ILogger logger, string reason);

    [LoggerMessage(54, LogLevel.Warning, "A refresh token was used again after its leeway. Its session is ended.", EventName = "RefreshTokenReused")]
    public static partial void Reused(ILogger logger);

    [LoggerMessage(
        56,
        LogLevel.Warning,
        "A refresh token was accepted without knowing whether it was used: the ledger is not there.",
        EventName = "RefreshTokenUnknown")]
    public static partial void AcceptedUnknown(ILogger logger);

    [LoggerMessage(
        57,
        LogLevel.Warning,
        "A session could be neither made nor read: the keys of Data Protection are not there.",
        EventName = "SessionKeysMissing")]
    public static partial void KeysMissing(ILogger logger);

    [LoggerMessage(
        55,
        LogLevel.Warning,
        "A sign-out is in force on this instance alone until the store of revocations can be reached.",
        EventName = "SessionNotEnded")]
    public static partial void NotEnded(ILogger logger);
}
