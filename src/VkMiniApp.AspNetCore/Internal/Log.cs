using Microsoft.Extensions.Logging;

namespace VkMiniApp.AspNetCore;

/// <summary>What the handler says: the verdict, never anything of the token.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{AuthenticationScheme} accepted a VK launch.", EventName = "LaunchAccepted")]
    public static partial void LaunchAccepted(ILogger logger, string authenticationScheme);

    [LoggerMessage(2, LogLevel.Information, "{AuthenticationScheme} refused a VK launch: {Failure}.", EventName = "LaunchRefused")]
    public static partial void LaunchRefused(ILogger logger, string authenticationScheme, VkLaunchFailure failure);
}
