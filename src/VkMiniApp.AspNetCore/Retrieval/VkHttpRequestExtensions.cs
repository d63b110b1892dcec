using Microsoft.AspNetCore.Http;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Tells VK's requests from others', for a policy scheme that picks the scheme by the look of the token.</summary>
public static class VkHttpRequestExtensions
{
    /// <summary>
    /// Whether the <c>Authorization</c> header holds what looks like launch parameters, behind <c>Bearer</c> or <c>VK</c>. Nothing is
    /// verified: it says which scheme to ask, not what to believe.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    public static bool HasVkLaunch(this HttpRequest request) =>
        AuthorizationHeader.TryReadToken(request, VkMiniAppOptions.BothAuthSchemes, out var token) && VkLaunchParams.LooksLikeLaunch(token);
}
