using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace VkMiniApp.AspNetCore;

/// <summary>The context of <see cref="VkMiniAppEvents.OnMessageReceived"/>.</summary>
/// <param name="context">The request.</param>
/// <param name="scheme">The scheme.</param>
/// <param name="options">The scheme's options.</param>
public sealed class MessageReceivedContext(HttpContext context, AuthenticationScheme scheme, VkMiniAppOptions options)
    : ResultContext<VkMiniAppOptions>(context, scheme, options)
{
    /// <summary>The token to verify instead of the one that <see cref="VkMiniAppOptions.TokenRetriever"/> would find.</summary>
    public string? Token { get; set; }
}
