using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The context of <see cref="MiniAppEvents.OnAuthenticationFailed"/>.</summary>
/// <param name="context">The request.</param>
/// <param name="scheme">The scheme.</param>
/// <param name="options">The scheme's options.</param>
/// <param name="exception">Why the launch was refused.</param>
public sealed class AuthenticationFailedContext(
    HttpContext context, AuthenticationScheme scheme, MiniAppOptions options, MiniAppException exception)
    : ResultContext<MiniAppOptions>(context, scheme, options)
{
    /// <summary>Why the launch was refused. One instance serves all requests.</summary>
    public MiniAppException Exception { get; } = exception;
}
