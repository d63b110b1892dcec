using System.Text;

namespace MiniApp;

/// <summary>
/// What a platform hands init data over in: the fragment of the page's address, <c>#tgWebAppData=…&amp;tgWebAppVersion=…</c>. The init
/// data is the value of one field, encoded once more. Nothing proves the other fields, which only tell of the client.
/// </summary>
/// <param name="prefix">What the names of all of its fields begin with: <c>tgWebApp</c>.</param>
internal sealed class InitDataEnvelope(string prefix)
{
    /// <summary>No longer spelling of a name is looked at: every byte of one could be escaped.</summary>
    private const int LongestName = 64;

    private readonly byte[] _prefix = Encoding.ASCII.GetBytes(prefix);
    private readonly byte[] _dataName = Encoding.ASCII.GetBytes(prefix + "Data");

    /// <summary>What the names of the fields begin with.</summary>
    public ReadOnlySpan<byte> Prefix => _prefix;

    /// <summary>The name of the field that the init data is in.</summary>
    public ReadOnlySpan<byte> DataName => _dataName;

    /// <summary>Finds the init data, still encoded, in a fragment, with its <c>#</c> or without, or in a whole address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="initData">Where it is.</param>
    /// <returns><see langword="false"/> where there is none, or more than one: then another reader might take another.</returns>
    public bool TryFind(ReadOnlySpan<byte> text, out Range initData)
    {
        initData = default;
        var isFound = false;

        for (var next = FindFirstField(text); next <= text.Length;)
        {
            var rest = text[next..];
            var length = rest.IndexOf((byte)'&') is >= 0 and var end ? end : rest.Length;
            var equals = rest[..length].IndexOf((byte)'=');
            if (equals >= 0 && IsDataName(rest[..equals]))
            {
                if (isFound)
                {
                    return false;
                }

                isFound = true;
                initData = (next + equals + 1)..(next + length);
            }

            next += length + 1;
        }

        return isFound;
    }

    /// <summary>Where the fields begin: behind the <c>#</c>, and behind the path of a page that keeps its own in the fragment.</summary>
    private static int FindFirstField(ReadOnlySpan<byte> text)
    {
        var start = 0;
        if (text.StartsWith("#"u8) || text.StartsWith("https://"u8) || text.StartsWith("http://"u8))
        {
            start = text.IndexOf((byte)'#') + 1;
            if (start == 0)
            {
                return text.Length;
            }
        }

        // As Telegram's own script does; a question mark inside of a value is escaped.
        var mark = text[start..].IndexOfAny("?=&"u8);
        return mark >= 0 && text[start + mark] == '?' ? start + mark + 1 : start;
    }

    private bool IsDataName(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual(_dataName))
        {
            return true;
        }

        // Decoding shortens, so that a stranger's thousand short names need not be decoded.
        if (name.Length <= _dataName.Length || name.Length > LongestName || !name.Contains((byte)'%'))
        {
            return false;
        }

        Span<byte> decoded = stackalloc byte[LongestName];
        name.CopyTo(decoded);
        return FormUrlEncoding.TryDecode(decoded[..name.Length], out var length) && decoded[..length].SequenceEqual(_dataName);
    }
}
