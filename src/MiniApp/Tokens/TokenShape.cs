using System.Buffers;

namespace MiniApp;

/// <summary>Tells kinds of tokens apart by their look alone. Nothing is verified.</summary>
public static class TokenShape
{
    /// <summary>How the bytes 09 F0 C9 F0 begin in base64url; the last two bits of theirs leave the next character one of sixteen.</summary>
    private const string ProtectedStart = "CfDJ8";

    /// <summary>The characters that those bytes and the key's id, of 16 bytes more, take.</summary>
    private const int ProtectedPrefixLength = 27;

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

    /// <summary>
    /// Whether a token looks like one that ASP.NET Core's Data Protection made, such as a session's bearer token, which its own scheme reads
    /// behind the same <c>Bearer</c>: base64url of the bytes <c>09 F0 C9 F0</c>, a key's id and what the key protects.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <returns><see langword="false"/> for every token of a mini app: in base64 or not, those bytes are no UTF-8.</returns>
    public static bool IsProtectedTicket(ReadOnlySpan<char> token) =>
        token.Length > ProtectedPrefixLength
        && token.StartsWith(ProtectedStart, StringComparison.Ordinal)
        && token[ProtectedStart.Length] is >= 'A' and <= 'P'
        && !token.ContainsAnyExcept(Base64Url);
}
