using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The context of <see cref="MiniAppEvents.OnForbidden"/>.</summary>
/// <param name="context">The request.</param>
/// <param name="scheme">The scheme.</param>
/// <param name="options">The scheme's options.</param>
public sealed class ForbiddenContext(HttpContext context, AuthenticationScheme scheme, MiniAppOptions options)
    : ResultContext<MiniAppOptions>(context, scheme, options);
