using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace VkMiniApp.AspNetCore;

/// <summary>The context of <see cref="VkMiniAppEvents.OnAuthenticationFailed"/>.</summary>
/// <param name="context">The request.</param>
/// <param name="scheme">The scheme.</param>
/// <param name="options">The scheme's options.</param>
/// <param name="exception">Why the launch was refused.</param>
public sealed class AuthenticationFailedContext(
    HttpContext context, AuthenticationScheme scheme, VkMiniAppOptions options, VkLaunchException exception)
    : ResultContext<VkMiniAppOptions>(context, scheme, options)
{
    /// <summary>Why the launch was refused. One instance serves all requests.</summary>
    public VkLaunchException Exception { get; } = exception;
}
