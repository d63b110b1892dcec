using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>
/// Keeps when a sign-in ends where the framework's middleware keeps it, for SignalR's <c>CloseOnAuthenticationExpiration</c>: who is signed in
/// after that would stay for good.
/// </summary>
internal sealed class KeptSignIn : IAuthenticateResultFeature
{
    public AuthenticateResult? AuthenticateResult { get; set; }

    /// <summary>Has a request go on as this user, who was signed in by a launch, and perhaps by something else before.</summary>
    /// <param name="context">The request.</param>
    /// <param name="user">The user.</param>
    /// <param name="launch">What the launch's scheme said.</param>
    public static void Begin(HttpContext context, ClaimsPrincipal user, AuthenticateResult launch)
    {
        var before = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        context.User = user;

        // The earlier of two, as the framework has it.
        var end = launch.Properties?.ExpiresUtc is { } own && !(before < own) ? own : before;
        if (end is not null)
        {
            var ticket = new AuthenticationTicket(user, new AuthenticationProperties { ExpiresUtc = end }, launch.Ticket!.AuthenticationScheme);
            context.Features.Set<IAuthenticateResultFeature>(new KeptSignIn { AuthenticateResult = AuthenticateResult.Success(ticket) });
        }
    }
}
