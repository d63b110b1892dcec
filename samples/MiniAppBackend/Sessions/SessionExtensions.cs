using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend.Sessions;

/// <summary>A launch is good for an hour, and a tab stays open longer: it exchanges its launch for a session of the app's own.</summary>
internal static class SessionExtensions
{
    public static AuthenticationBuilder AddSessions(this AuthenticationBuilder authentication) => authentication
        .AddBearerToken(SessionSchemes.Token)
        .AddCookie(SessionSchemes.Cookie, SessionCookie.Configure)
        .AddPolicyScheme(SessionSchemes.LaunchOrSession, displayName: null, options => options.ForwardDefaultSelector = PickScheme);

    /// <summary>A session begins with a launch and nothing else: the default scheme is that of launches.</summary>
    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var session = app.MapGroup("/session");
        session.MapGet("", (ClaimsPrincipal user) => SessionInfo.Of(user)).RequireAuthorization("signed-in");
        session.MapPost("", (ClaimsPrincipal user) => Begin(user, SessionSchemes.Token)).RequireAuthorization();
        session.MapPost("/refresh", Refresh);
        session.MapPost("/cookie", (ClaimsPrincipal user) => Begin(user, SessionSchemes.Cookie)).RequireAuthorization();
        session.MapDelete("/cookie", () => TypedResults.SignOut(authenticationSchemes: [SessionSchemes.Cookie]))
            .RequireAuthorization("signed-in");
    }

    private static SignInHttpResult Begin(ClaimsPrincipal launched, string scheme) =>
        TypedResults.SignIn(SessionUser.After(launched), authenticationScheme: scheme);

    /// <summary>New tokens for a refresh token. This is the place to ask whether the user is still welcome.</summary>
    private static Results<SignInHttpResult, ChallengeHttpResult> Refresh(
        RefreshRequest request, IOptionsMonitor<BearerTokenOptions> schemes)
    {
        var options = schemes.Get(SessionSchemes.Token);
        var now = options.TimeProvider!.GetUtcNow();
        var ticket = options.RefreshTokenProtector.Unprotect(request.RefreshToken);

        // No refresh puts the session's end off, and the new access token must not outlive it.
        return ticket?.Properties.ExpiresUtc > now && now + options.BearerTokenExpiration <= SessionUser.EndOf(ticket.Principal)
            ? TypedResults.SignIn(ticket.Principal, authenticationScheme: SessionSchemes.Token)
            : TypedResults.Challenge(authenticationSchemes: [SessionSchemes.Token]);
    }

    // A browser adds the cookie to any page's requests. Only our page can add a header as well: CORS keeps the others from it.
    private static string PickScheme(HttpContext context) =>
        context.Request.HasVkLaunch() ? VkMiniAppDefaults.AuthenticationScheme
        : context.Request.Headers is { Authorization.Count: 0, XRequestedWith.Count: > 0 } ? SessionSchemes.Cookie
        : SessionSchemes.Token;
}
