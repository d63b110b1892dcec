using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The context of <see cref="MiniAppEvents.OnTokenValidated"/>.</summary>
/// <param name="context">The request.</param>
/// <param name="scheme">The scheme.</param>
/// <param name="options">The scheme's options.</param>
public sealed class TokenValidatedContext(HttpContext context, AuthenticationScheme scheme, MiniAppOptions options)
    : ResultContext<MiniAppOptions>(context, scheme, options)
{
    /// <summary>The verified launch. The platforms have extensions that name its type.</summary>
    /// <typeparam name="TLaunch">The platform's type of a launch.</typeparam>
    /// <exception cref="InvalidOperationException">The principal is not the one that a scheme of this platform made.</exception>
    public TLaunch GetLaunch<TLaunch>()
        where TLaunch : class, IMiniAppLaunch =>
        Principal?.GetLaunch<TLaunch>() ?? throw new InvalidOperationException($"The principal does not come from {typeof(TLaunch).Name}.");
}
