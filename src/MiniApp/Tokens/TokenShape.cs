using System.Buffers;

namespace MiniApp;

/// <summary>Tells kinds of tokens apart by their look alone. Nothing is verified.</summary>
public static class TokenShape
{
    private static readonly SearchValues<char> Base64Url =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>
    /// Whether a token looks like a JSON Web Token, which another scheme's clients may send behind the same <c>Bearer</c>: three parts in
    /// base64url between dots, or the five of an encrypted one (RFC 7519, section 3; RFC 7516, section 3).
    /// </summary>
    /// <param name="token">The token. White space around it is no part of it.</param>
    /// <returns>
    /// <see langword="false"/> for every token of a mini app: base64 has no dot, and launch parameters and init data have an equals sign.
    /// </returns>
    public static bool IsJsonWebToken(ReadOnlySpan<char> token)
    {
        token = TokenText.Trim(token);

        var dots = 0;
        for (var special = token.IndexOfAnyExcept(Base64Url); special >= 0; special = token.IndexOfAnyExcept(Base64Url))
        {
            // Nobody is to have a header full of dots counted to its end.
            if (token[special] != '.' || dots == 4)
            {
                return false;
            }

            dots++;
            token = token[(special + 1)..];
        }

        return dots is 2 or 4;
    }
}
