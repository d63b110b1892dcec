using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace VkMiniApp.AspNetCore;

/// <summary>The context of <see cref="VkMiniAppEvents.OnForbidden"/>.</summary>
/// <param name="context">The request.</param>
/// <param name="scheme">The scheme.</param>
/// <param name="options">The scheme's options.</param>
public sealed class ForbiddenContext(HttpContext context, AuthenticationScheme scheme, VkMiniAppOptions options)
    : ResultContext<VkMiniAppOptions>(context, scheme, options);
