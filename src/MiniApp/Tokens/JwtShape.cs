using System.Buffers;

namespace MiniApp.AspNetCore;

/// <summary>Recognizes another scheme's token behind the same word <c>Bearer</c>.</summary>
internal static class JwtShape
{
    private static readonly SearchValues<char> Base64Url =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>
    /// Three parts in base64url between dots, or the five of an encrypted one (RFC 7519, section 3; RFC 7516, section 3). A launch
    /// token never looks like that: base64 has no dot, and a query has an equals sign.
    /// </summary>
    public static bool Matches(ReadOnlySpan<char> token)
    {
        var dots = 0;
        for (var special = token.IndexOfAnyExcept(Base64Url); special >= 0; special = token.IndexOfAnyExcept(Base64Url))
        {
            if (token[special] != '.')
            {
                return false;
            }

            dots++;
            token = token[(special + 1)..];
        }

        return dots is 2 or 4;
    }
}
