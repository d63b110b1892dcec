using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The context of <see cref="MiniAppSessionEvents.OnRefreshing"/>.</summary>
public sealed class SessionRefreshingContext : SessionContext
{
    internal SessionRefreshingContext(
        HttpContext context, AuthenticationScheme scheme, MiniAppSessionOptions options, MiniAppSession session, ClaimsIdentity identity)
        : base(context, scheme, options, session, identity)
    {
    }
}
