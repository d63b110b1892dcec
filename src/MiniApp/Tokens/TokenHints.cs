using System.Text;

namespace MiniApp;

/// <summary>
/// Guesses what a page did wrong with a token that was refused, for the developer of that page. Nothing is verified. Don't ask about a good
/// token: it may look like a mistake too. A hint holds nothing of the token.
/// </summary>
public static class TokenHints
{
    private const string Empty = "It is empty: the page was not opened by the platform, or sent its request before it had a token.";

    private const string NoText =
        "It is what JavaScript writes for a value that is not a string, such as undefined or [object Object]: send the string itself.";

    private const string ObjectOfTheBridge =
        "It is the object that VKWebAppGetLaunchParams answers with, as JSON: send the query of the page's address, location.search, or set AcceptJson.";

    private const string OtherObject = "It is an object as JSON, such as initDataUnsafe: send the text that the platform signed, initData.";

    private const string Quoted = "It stands in quotation marks, as JSON.stringify writes a text: send the text itself.";

    private const string JsonWebToken = "It looks like a JSON Web Token, which is another kind of token, for another authentication scheme.";

    private const string ProtectedTicket = "It looks like a session's token of ASP.NET Core, which is for another authentication scheme.";

    private const string AuthSchemeTwice = "An auth-scheme, such as Bearer, stands in it: the header has it twice, or only the token was asked for.";

    private const string CheckString = "It has its parameters in lines, as they are signed: send the text with & between them, as the platform gave it.";

    private const string Html = "Its & are written as &amp;, as in HTML: send it as the platform gave it.";

    private const string InitDataFragment =
        "It is the fragment of the page's address, location.hash: init data is the value of one parameter in there, decoded. initData has it so.";

    private const string Fragment = "It is the fragment of the page's address, location.hash: launch parameters are in location.search.";

    private const string Address = "It is an address without launch parameters: send what the platform signed.";

    private const string EncodedTwice = "It is percent-encoded twice: send it as the platform gave it, without encodeURIComponent.";

    private const string EncodedBase64 = "It is base64 that was percent-encoded afterwards: base64 goes into a header as it is.";

    private const string Base64Twice = "It is in base64 twice.";

    private const string DecodedOnceTooOften = "Its values are decoded already: send it as the platform gave it, percent-encoded.";

    private const string Template =
        "It has ${…} in it, which JavaScript replaces only between backticks, not in quotation marks.";

    /// <summary>Guesses why a token is refused.</summary>
    /// <param name="token">The token as it came, without the auth-scheme.</param>
    /// <returns>An English sentence, or <see langword="null"/> where no mistake is found.</returns>
    public static string? Find(ReadOnlySpan<char> token)
    {
        if (FindInText(token) is { } hint)
        {
            return hint;
        }

        return !TryDecodeBase64(token, out var text) ? null
            : TryDecodeBase64(text, out var inner) && IsQuery(inner) ? Base64Twice
            : FindInText(text);
    }

    /// <summary>Guesses why no token is found in an <c>Authorization</c> header, or why the one in there is refused.</summary>
    /// <param name="header">The header's value.</param>
    /// <param name="authSchemes">The auth-schemes (RFC 9110, section 11.1) that a token is read behind, at least one.</param>
    /// <returns>An English sentence, or <see langword="null"/> where no mistake is found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authSchemes"/> is <see langword="null"/>.</exception>
    public static string? FindInHeader(ReadOnlySpan<char> header, IReadOnlyList<string> authSchemes)
    {
        ArgumentNullException.ThrowIfNull(authSchemes);

        header = header.Trim();
        foreach (var authScheme in authSchemes)
        {
            if (header.StartsWith(authScheme, StringComparison.OrdinalIgnoreCase)
                && (header.Length == authScheme.Length || header[authScheme.Length] == ' '))
            {
                return Find(header[authScheme.Length..].Trim());
            }
        }

        return FindSlip(header, authSchemes) is { } slip ? slip
            : IsTokenOrItsBase64(header) ? $"The header has a token without an auth-scheme: put \"{authSchemes[0]} \" before it."
            : IsTokenOrItsBase64(header[(header.IndexOf(' ') + 1)..]) ? $"The header has a token behind another auth-scheme than {string.Join(" or ", authSchemes)}."
            : null;
    }

    /// <summary>What keeps an auth-scheme that is there from being seen.</summary>
    private static string? FindSlip(ReadOnlySpan<char> header, IReadOnlyList<string> authSchemes)
    {
        foreach (var authScheme in authSchemes)
        {
            if (header.StartsWith(authScheme, StringComparison.OrdinalIgnoreCase) && header[authScheme.Length..] is [':' or '=', ..])
            {
                return $"The header has a \"{header[authScheme.Length]}\" behind {authScheme}: there has to be a space.";
            }

            if (header is ['"' or '\'', .. var inner] && inner.StartsWith(authScheme, StringComparison.OrdinalIgnoreCase))
            {
                return "The header stands in quotation marks: send it without.";
            }
        }

        return null;
    }

    private static string? FindInText(ReadOnlySpan<char> text) =>
        text.IsWhiteSpace() ? Empty
        : IsWordOfJavaScript(text) ? NoText
        : text[0] == '{' ? text.Contains("\"vk_", StringComparison.Ordinal) ? ObjectOfTheBridge : OtherObject
        : text[0] == '"' && text[^1] == '"' ? Quoted
        : text.Contains("${", StringComparison.Ordinal) ? Template
        : TokenShape.IsJsonWebToken(text) ? JsonWebToken
        : TokenShape.IsProtectedTicket(text) ? ProtectedTicket
        : StartsWithAuthScheme(text) ? AuthSchemeTwice
        : text.Contains('\n') && text.Contains('=') && !text.Contains('&') ? CheckString
        : text.Contains("&amp;", StringComparison.Ordinal) ? Html
        : FindInAddress(text) ?? FindInEncoding(text);

    private static string? FindInAddress(ReadOnlySpan<char> text)
    {
        var isAddress = text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal);

        return HasParameter(text, "tgWebAppData") || HasParameter(text, "WebAppData") ? InitDataFragment
            : text[0] == '#' || isAddress && text.IndexOf('#') is var mark and >= 0 && text[mark..].Contains("vk_", StringComparison.Ordinal) ? Fragment
            : isAddress && !text.Contains("vk_", StringComparison.Ordinal) ? Address
            : null;
    }

    private static string? FindInEncoding(ReadOnlySpan<char> text) =>
        !text.Contains('&') ? text.Contains('%') ? FindInEncodedWhole(text) : null
        : HasOnlyEncodedPercents(text) ? EncodedTwice
        : text.Contains("={\"", StringComparison.Ordinal) ? DecodedOnceTooOften
        : null;

    private static string? FindInEncodedWhole(ReadOnlySpan<char> text) =>
        text.Contains("%26", StringComparison.Ordinal) || text.Contains("%2526", StringComparison.Ordinal) ? EncodedTwice
        : TryDecodeBase64(Uri.UnescapeDataString(text), out var decoded) && IsQuery(decoded) ? EncodedBase64
        : null;

    /// <summary>Whether there are percent signs, and each was encoded itself.</summary>
    private static bool HasOnlyEncodedPercents(ReadOnlySpan<char> text) =>
        text.Count("%25") is > 0 and var count && count == text.Count('%');

    private static bool HasParameter(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        var start = text.IndexOf(name);
        return start >= 0
            && (start == 0 || text[start - 1] is '#' or '&' or '?' or '/')
            && (text[(start + name.Length)..] is ['=', ..] || text[(start + name.Length)..].StartsWith("%3D", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsWordOfJavaScript(ReadOnlySpan<char> text) =>
        text is "undefined" or "null" or "NaN" or "true" or "false" or "[object Object]" or "[object Promise]" or "%5Bobject%20Object%5D";

    private static bool StartsWithAuthScheme(ReadOnlySpan<char> text) =>
        text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("VK ", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("tma ", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("max ", StringComparison.OrdinalIgnoreCase);

    private static bool IsTokenOrItsBase64(ReadOnlySpan<char> text) => IsQuery(text) || TryDecodeBase64(text, out var decoded) && IsQuery(decoded);

    /// <summary>Whether a text is a query of several parameters, as all tokens of mini apps are, and not another scheme's credentials.</summary>
    private static bool IsQuery(ReadOnlySpan<char> text)
    {
        var name = text[..Math.Max(text.IndexOf('='), 0)];

        return !name.IsEmpty
            && text.Contains('&')
            && !text.Contains(' ')
            && !text.Contains("=\"", StringComparison.Ordinal)
            && (name.StartsWith("http", StringComparison.Ordinal) || !name.ContainsAny(":,"));
    }

    private static bool TryDecodeBase64(ReadOnlySpan<char> token, out string text)
    {
        text = "";
        if (token.IsEmpty || token.Length > TokenLimits.LargestMaxTokenLength || token.Contains('&'))
        {
            return false;
        }

        var bytes = new byte[TokenText.MaxByteCount(token.Length, TokenLimits.LargestMaxTokenLength)];
        var isText = TokenText.TryDecode(token, bytes, TokenLimits.LargestMaxTokenLength, out var range);
        text = isText ? Encoding.UTF8.GetString(bytes.AsSpan(range)) : "";
        return isText;
    }
}
