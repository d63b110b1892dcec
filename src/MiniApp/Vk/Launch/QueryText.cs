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
}
