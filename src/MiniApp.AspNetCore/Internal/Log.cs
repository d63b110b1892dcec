using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>What the handler says: the verdict, never anything of the token.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{AuthenticationScheme} accepted a launch.", EventName = "LaunchAccepted")]
    public static partial void LaunchAccepted(ILogger logger, string authenticationScheme);

    [LoggerMessage(2, LogLevel.Information, "{AuthenticationScheme} refused a launch: {Failure}.", EventName = "LaunchRefused")]
    public static partial void LaunchRefused(ILogger logger, string authenticationScheme, Enum failure);
}
