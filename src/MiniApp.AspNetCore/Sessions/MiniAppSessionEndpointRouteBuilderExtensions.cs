using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the requests by which a page begins, keeps and ends a session.</summary>
public static class MiniAppSessionEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps <c>POST</c>, which exchanges a launch for an access token and a refresh token; <c>POST /refresh</c>, which exchanges
    /// <c>{"refreshToken":"…"}</c> for new ones; <c>DELETE</c>, which ends the session; <c>DELETE /all</c>, which ends all of the user's; and
    /// <c>POST /cookie</c>, which exchanges a launch for a cookie where that is asked for.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path that they are below, such as <c>/session</c>.</param>
    /// <returns>The group of these endpoints, for further conventions such as limits of rates.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">There is no <c>AddMiniAppSessions()</c>, or no platform beside it.</exception>
    public static RouteGroupBuilder MapMiniAppSessions(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);

        SessionServices.Demand(endpoints.ServiceProvider, "Sessions");
        var sessions = endpoints.ServiceProvider.GetRequiredService<SessionEndpoints>();
        var group = endpoints.MapGroup(prefix);
        var launch = SignInRequirement.Launch.ToPolicy(MiniAppSessionDefaults.LaunchScheme);
        var session = SignInRequirement.Session.ToPolicy(MiniAppSessionDefaults.AuthenticationScheme);
        var either = SignInRequirement.LaunchOrSession.ToPolicy(MiniAppSessionDefaults.LaunchOrSessionScheme);
        Name(group.MapPost("", (RequestDelegate)sessions.StartAsync).RequireAuthorization(launch), "Begin a session", usesLedger: true);
        Name(group.MapPost("/cookie", (RequestDelegate)sessions.StartCookieAsync).RequireAuthorization(launch), "Begin a session by cookie", usesLedger: true);
        Name(group.MapPost("/refresh", (RequestDelegate)sessions.RefreshAsync).AllowAnonymous(), "Refresh a session", usesLedger: true);
        Name(group.MapDelete("", (RequestDelegate)sessions.EndAsync).RequireAuthorization(session).WithMetadata(LogOut.OfSession), "End a session");
        Name(group.MapDelete("/all", (RequestDelegate)sessions.EndAllAsync).RequireAuthorization(either).WithMetadata(LogOut.Everywhere), "End all sessions");
        return group;
    }

    private static void Name(IEndpointConventionBuilder endpoint, string name, bool usesLedger = false)
    {
        endpoint.WithDisplayName(name);
        if (usesLedger)
        {
            endpoint.WithMetadata(SessionEndpointMetadata.UsesLedger);
        }
    }
}
