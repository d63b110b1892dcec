using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace VkMiniApp.AspNetCore;

/// <summary>The context of <see cref="VkMiniAppEvents.OnTokenValidated"/>.</summary>
/// <param name="context">The request.</param>
/// <param name="scheme">The scheme.</param>
/// <param name="options">The scheme's options.</param>
/// <param name="launchParams">What VK signed.</param>
public sealed class TokenValidatedContext(
    HttpContext context, AuthenticationScheme scheme, VkMiniAppOptions options, VkLaunchParams launchParams)
    : ResultContext<VkMiniAppOptions>(context, scheme, options)
{
    /// <summary>What VK signed.</summary>
    public VkLaunchParams LaunchParams { get; } = launchParams;
}
