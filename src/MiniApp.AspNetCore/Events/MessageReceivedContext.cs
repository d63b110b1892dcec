using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The context of <see cref="MiniAppEvents.OnMessageReceived"/>.</summary>
/// <param name="context">The request.</param>
/// <param name="scheme">The scheme.</param>
/// <param name="options">The scheme's options.</param>
public sealed class MessageReceivedContext(HttpContext context, AuthenticationScheme scheme, MiniAppOptions options)
    : ResultContext<MiniAppOptions>(context, scheme, options)
{
    /// <summary>The token to verify instead of the one that <see cref="MiniAppOptions.TokenRetriever"/> would find.</summary>
    public string? Token { get; set; }
}
