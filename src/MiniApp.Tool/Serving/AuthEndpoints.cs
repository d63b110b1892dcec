using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace MiniApp.Tool.Serving;

/// <summary>
/// What proxies ask about a request: 200 with headers that say who the user is, or the answer that the client is to get. The method is any,
/// and so is what stands behind the path, because some proxies ask with the client's.
/// </summary>
internal sealed class AuthEndpoints(IdentityHeaders identity, ILogger logger)
{
    /// <summary>Takes whatever the server takes.</summary>
    public const string Any = "/auth";

    /// <summary>Takes launches alone.</summary>
    public const string Launch = "/auth-launch";

    /// <summary>Takes sessions alone.</summary>
    public const string Session = "/auth-session";

    /// <summary>Maps the endpoints.</summary>
    /// <param name="endpoints">The server.</param>
    /// <param name="schemes">The schemes of launches.</param>
    /// <param name="takesSessions">Whether there are sessions: without, a launch is all that is taken anywhere.</param>
    public void Map(IEndpointRouteBuilder endpoints, string[] schemes, bool takesSessions)
    {
        var launch = new AuthorizationPolicyBuilder(schemes).RequireAuthenticatedUser().Build();
        if (takesSessions)
        {
            Map(endpoints, Any).RequireAuthorization();
            Map(endpoints, Launch).RequireMiniAppLaunch();
            Map(endpoints, Session).RequireMiniAppSession();
        }
        else
        {
            Map(endpoints, Any).RequireAuthorization(launch);
            Map(endpoints, Launch).RequireAuthorization(launch);
        }
    }

    /// <summary>Keeps out who pretends to be the proxy, before anything is said of a token.</summary>
    public Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!ForeignHeaders.AreIn(context.Request.Headers))
        {
            return next(context);
        }

        EdgeLog.Pretended(logger);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Answers a request whose user was signed in.</summary>
    public Task Answer(HttpContext context)
    {
        // No scheme here signs in who has no subject. If one does some day, the back end must not take its users for nobody in particular.
        if (!identity.TryWrite(context.User, context.Response.Headers))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }

    private IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string path) => endpoints.Map(path + "/{**address}", Answer);
}
