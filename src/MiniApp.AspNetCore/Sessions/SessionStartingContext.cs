using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The context of <see cref="MiniAppSessionEvents.OnStarting"/>.</summary>
public sealed class SessionStartingContext : SessionContext
{
    internal SessionStartingContext(
        HttpContext context,
        AuthenticationScheme scheme,
        MiniAppSessionOptions options,
        MiniAppSession session,
        ClaimsIdentity identity,
        IMiniAppLaunch launch)
        : base(context, scheme, options, session, identity) => Launch = launch;

    /// <summary>The verified launch, which the request's user has all claims of.</summary>
    public IMiniAppLaunch Launch { get; }
}
