using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The usual place of a token: <c>Authorization: Bearer …</c>, or the platform's own auth-scheme instead of <c>Bearer</c>.</summary>
public static class AuthorizationHeader
{
    /// <summary>What several headers leave: credentials, but no token on any platform.</summary>
    internal const string Unusable = " ";

    /// <summary>What an auth-scheme and a header's name may consist of (RFC 9110, section 5.6.2).</summary>
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Finds the token inside the header, without a copy of it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="authSchemes">
    /// The auth-schemes (RFC 9110, section 11.1) that the token may stand behind, such as <c>Bearer</c>; in any case.
    /// </param>
    /// <param name="token">
    /// The token; of a request with several <c>Authorization</c> headers, a text that no platform takes for a token.
    /// </param>
    /// <returns><see langword="false"/> where the request has no credentials of these schemes.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static bool TryReadToken(HttpRequest request, IReadOnlyList<string> authSchemes, out ReadOnlySpan<char> token)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(authSchemes);

        var header = request.Headers.Authorization;
        token = default;

        if (header.Count != 1)
        {
            token = header.Count == 0 ? default : Unusable;
            return header.Count > 1;
        }

        for (var index = 0; index < authSchemes.Count; index++)
        {
            if (TryReadCredentials(header[0], authSchemes[index], out token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a token that no platform made is one that another scheme reads behind the same auth-scheme: a JSON Web Token, or a session's.
    /// </summary>
    internal static bool IsOfAnotherScheme(ReadOnlySpan<char> token) => TokenShape.IsJsonWebToken(token) || TokenShape.IsProtectedTicket(token);

    /// <summary>Whether a text can be an auth-scheme, or a header's name.</summary>
    internal static bool IsName(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    /// <summary>What stands behind the auth-scheme. It is cut off by position: a base64 token may hold the same letters.</summary>
    internal static bool TryReadCredentials(ReadOnlySpan<char> header, string authScheme, out ReadOnlySpan<char> token)
    {
        token = default;
        if (!header.StartsWith(authScheme, StringComparison.OrdinalIgnoreCase)
            || (header.Length > authScheme.Length && header[authScheme.Length] != ' '))
        {
            return false;
        }

        token = header[authScheme.Length..].Trim(' ');
        return true;
    }

    /// <summary>Whether a header has an auth-scheme before its credentials, whichever.</summary>
    internal static bool HasAuthScheme(ReadOnlySpan<char> header)
    {
        var end = header.IndexOfAnyExcept(TokenCharacters);
        return end > 0 && header[end] == ' ';
    }
}
