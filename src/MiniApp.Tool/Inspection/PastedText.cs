using Microsoft.AspNetCore.Http;
using MiniApp.AspNetCore;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Inspection;

/// <summary>
/// What somebody pasted: a token as a page sends it, or the <c>Authorization</c> header that carries one, which is read as the scheme
/// reads it.
/// </summary>
/// <param name="Token">The token; in a header, what stands behind its first word.</param>
/// <param name="Header">The header's value; <see langword="null"/> where it is no header.</param>
/// <param name="Whole">What else was pasted around the header's value; <see langword="null"/> where it is nothing.</param>
internal sealed record PastedText(string Token, string? Header, string? Whole)
{
    private const string HeaderName = "authorization:";

    private static readonly string[] AuthSchemes =
        [.. AllPlatforms.List.SelectMany(platform => platform.AuthSchemes).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The auth-scheme of the header; empty where there is none.</summary>
    public string AuthScheme => Header is not null && Header.IndexOf(' ', StringComparison.Ordinal) is var end and > 0 ? Header[..end] : "";

    public static PastedText Read(string pasted)
    {
        // White space around a header's value is no part of it (RFC 9110, section 5.5).
        var text = pasted.Trim();

        return text.StartsWith("curl ", StringComparison.OrdinalIgnoreCase) && FindHeaderOfCurl(text) is { } value ? OfHeader(value, "a curl command")
            : text.StartsWith(HeaderName, StringComparison.OrdinalIgnoreCase) ? OfHeader(text[HeaderName.Length..].Trim(), "a header with its name")
            : AuthSchemes.Any(scheme => text.StartsWith(scheme + ' ', StringComparison.OrdinalIgnoreCase)) ? OfHeader(text, null)
            : new PastedText(pasted, null, null);
    }

    /// <summary>Finds the token that a server would find.</summary>
    /// <returns><see langword="false"/> where the scheme finds no credentials in the header.</returns>
    public bool TryRead(MiniAppOptions options, out string token)
    {
        if (Header is null)
        {
            token = Token;
            return true;
        }

        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = Header;
        var isThere = AuthorizationHeader.TryReadToken(request, options.AuthSchemes, out var found);
        token = found.ToString();
        return isThere;
    }

    private static PastedText OfHeader(string value, string? whole)
    {
        var end = value.IndexOf(' ', StringComparison.Ordinal);
        return new PastedText(end < 0 ? value : value[(end + 1)..].Trim(), value, whole);
    }

    /// <summary>The header's value, up to the quotation mark that its argument began with.</summary>
    private static string? FindHeaderOfCurl(string command)
    {
        var start = command.IndexOf(HeaderName, StringComparison.OrdinalIgnoreCase);
        if (start < 1)
        {
            return null;
        }

        var value = command[(start + HeaderName.Length)..];
        var end = command[start - 1] is '"' or '\'' ? value.IndexOf(command[start - 1], StringComparison.Ordinal) : -1;
        return (end < 0 ? value : value[..end]).Trim();
    }
}
