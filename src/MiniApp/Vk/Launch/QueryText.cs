using MiniApp;

namespace VkMiniApp;

/// <summary>Finds the query in the spellings that pages send: the bare query, <c>?query</c>, or the page's whole address.</summary>
internal static class QueryText
{
    /// <summary>Where the query of an address is: behind its question mark, up to the fragment.</summary>
    public static Range Find(ReadOnlySpan<byte> text)
    {
        var fragment = text.IndexOf((byte)'#');
        if (fragment >= 0)
        {
            text = text[..fragment];
        }

        // A question mark may stand unescaped inside a query's value, so only one that comes before any parameter opens the query.
        var isAddress = text.StartsWith("https://"u8) || text.StartsWith("http://"u8);
        var mark = isAddress ? text.IndexOf((byte)'?') : text.IndexOfAny("?=&"u8);
        var start = mark >= 0 && text[mark] == '?' ? mark + 1
            : isAddress ? text.Length
            : 0;

        return start..text.Length;
    }

    /// <summary>The query in a token, in base64 or not; <see langword="null"/> for what is no text, or is too long.</summary>
    public static TokenQuery? Decode(ReadOnlySpan<char> token)
    {
        const int Limit = TokenLimits.DefaultMaxTokenLength;

        token = TokenText.Trim(token);
        if (token.Length > Limit)
        {
            return null;
        }

        var memory = new byte[TokenText.MaxByteCount(token.Length, Limit)];
        if (!TokenText.TryDecode(token, memory, Limit, out var place))
        {
            return null;
        }

        var text = memory.AsSpan(place);
        return new TokenQuery(text[Find(text)]);
    }
}
