using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>What the schemes say: the verdict and the fault, never anything of a token or a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{AuthenticationScheme} accepted a launch.", EventName = "LaunchAccepted")]
    public static partial void LaunchAccepted(ILogger logger, string authenticationScheme);

    [LoggerMessage(2, LogLevel.Information, "{AuthenticationScheme} refused a launch: {Failure}.", EventName = "LaunchRefused")]
    public static partial void LaunchRefused(ILogger logger, string authenticationScheme, Enum failure);
}
