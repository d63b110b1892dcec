using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The customary place of a token: <c>Authorization: Bearer …</c>, or the platform's own word in place of <c>Bearer</c>.</summary>
internal static class AuthorizationHeader
{
    /// <summary>What several headers leave: credentials, but no token on any platform.</summary>
    public const string Unusable = " ";

    /// <summary>What a scheme's word and a header's name may consist of (RFC 9110, section 5.6.2).</summary>
    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Finds the token inside the header, without a copy of it.</summary>
    public static bool TryRead(HttpRequest request, ReadOnlySpan<string> words, out ReadOnlySpan<char> token)
    {
        var header = request.Headers.Authorization;
        token = default;

        if (header.Count != 1)
        {
            token = header.Count == 0 ? default : Unusable;
            return header.Count > 1;
        }

        foreach (var word in words)
        {
            if (TryReadCredentials(header[0], word, out token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text can be a scheme's word, or a header's name.</summary>
    public static bool IsWord(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(WordCharacters);

    /// <summary>Whether a header has a word before its credentials, any scheme's.</summary>
    public static bool HasWord(ReadOnlySpan<char> header)
    {
        var end = header.IndexOfAnyExcept(WordCharacters);
        return end > 0 && header[end] == ' ';
    }

    /// <summary>What stands behind the scheme word. It is cut off by position: a base64 token may hold the word's letters.</summary>
    private static bool TryReadCredentials(ReadOnlySpan<char> header, string word, out ReadOnlySpan<char> token)
    {
        token = default;
        if (!header.StartsWith(word, StringComparison.OrdinalIgnoreCase) || header.Length > word.Length && header[word.Length] != ' ')
        {
            return false;
        }

        token = header[word.Length..].Trim(' ');
        return true;
    }
}
