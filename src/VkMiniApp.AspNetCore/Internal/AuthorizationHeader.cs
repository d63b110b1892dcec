using Microsoft.AspNetCore.Http;

namespace VkMiniApp.AspNetCore;

/// <summary>The customary place of a token: <c>Authorization: Bearer …</c>, or <c>VK …</c> as VK's own course has it.</summary>
internal static class AuthorizationHeader
{
    public static string? Retrieve(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        if (header.Count > 1)
        {
            return string.Empty;
        }

        return header.Count == 1 ? Credentials(header[0], "Bearer") ?? Credentials(header[0], "VK") : null;
    }

    /// <summary>What stands behind the scheme word. It is cut off by position: a base64 token may hold the word's letters.</summary>
    private static string? Credentials(string? header, string scheme) =>
        header is not null
        && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
        && (header.Length == scheme.Length || header[scheme.Length] == ' ')
            ? header[scheme.Length..].Trim(' ')
            : null;
}
