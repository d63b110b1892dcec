using Microsoft.AspNetCore.Http;

namespace VkMiniApp.AspNetCore;

/// <summary>The customary place of a token: <c>Authorization: Bearer …</c>, or <c>VK …</c> as VK's own course has it.</summary>
internal static class AuthorizationHeader
{
    /// <summary>Finds the token inside the header, without a copy of it. Several headers leave an empty one: credentials, but no use.</summary>
    public static bool TryRead(HttpRequest request, out ReadOnlySpan<char> token)
    {
        var header = request.Headers.Authorization;
        token = default;

        return header.Count > 1
            || header.Count == 1 && (TryReadCredentials(header[0], "Bearer", out token) || TryReadCredentials(header[0], "VK", out token));
    }

    /// <summary>What stands behind the scheme word. It is cut off by position: a base64 token may hold the word's letters.</summary>
    private static bool TryReadCredentials(ReadOnlySpan<char> header, ReadOnlySpan<char> scheme, out ReadOnlySpan<char> token)
    {
        token = default;
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) || header.Length > scheme.Length && header[scheme.Length] != ' ')
        {
            return false;
        }

        token = header[scheme.Length..].Trim(' ');
        return true;
    }
}
