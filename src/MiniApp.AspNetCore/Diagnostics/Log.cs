using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>What the schemes say: the verdict and the fault, never anything of a token or a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{AuthenticationScheme} accepted a launch.", EventName = "LaunchAccepted")]
    public static partial void LaunchAccepted(ILogger logger, string authenticationScheme);

    [LoggerMessage(10, LogLevel.Information, "{AuthenticationScheme} found no launch. {Hint}", EventName = "LaunchNotFound")]
    public static partial void LaunchNotFound(ILogger logger, string authenticationScheme, string hint);

    [LoggerMessage(
        11,
        LogLevel.Error,
        "The route {Route} has no parameter {RouteParameter}, so nobody is let in. {Requirement}",
        EventName = "RouteParameterMissing")]
    public static partial void RouteParameterMissing(ILogger logger, string? route, string routeParameter, object requirement);

    [LoggerMessage(
        14,
        LogLevel.Warning,
        "{AuthenticationScheme} accepts the launch of a request that was turned away: nobody had asked it. {Hint}",
        EventName = "LaunchNotAskedFor")]
    public static partial void LaunchNotAskedFor(ILogger logger, string authenticationScheme, string hint);

    [LoggerMessage(
        15,
        LogLevel.Information,
        "{Endpoint} answered {StatusCode} to a request {Launch}: it lets anybody in. "
            + "RequireAuthorization() closes it, and so does a launch as a parameter that is not nullable; AllowAnonymous() opens it again.",
        EventName = "AnybodyLetIn")]
    public static partial void AnybodyLetIn(ILogger logger, string? endpoint, int statusCode, string launch);
}
