using MiniApp;

namespace VkMiniApp;

/// <summary>
/// The object that the bridge answers <c>VKWebAppGetLaunchParams</c> with, as JSON: read as the parameters of the query that it was made
/// from, so that all that is strict about a query is strict about it too. The framework's reader has no other way than an exception to say
/// that JSON is broken, and whoever sends broken JSON must not make the garbage collector work: so an object that is flat is read here, by
/// RFC 8259.
/// </summary>
internal ref struct BridgeObject
{
    private readonly Span<byte> _json;
    private readonly Span<QueryParameter> _members;
    private int _count = 0;
    private int _next = 0;

    private BridgeObject(Span<byte> json, Span<QueryParameter> members)
    {
        _json = json;
        _members = members;
    }

    /// <summary>Reads an object, whose texts are decoded where they stand. Of a text that is none, anything may be changed.</summary>
    /// <param name="json">
    /// The text, without white space around it. Its members are shorter, with what stands between them in a query: JSON puts more there.
    /// </param>
    /// <param name="memory">Memory for the members. It has room for one more than there may be.</param>
    /// <param name="members">The members. Of more than there may be, there is one too many, and what follows is not looked at.</param>
    /// <returns><see langword="false"/> for what is no object, or none of texts and whole numbers.</returns>
    public static bool TryRead(Span<byte> json, Span<QueryParameter> memory, out Span<QueryParameter> members)
    {
        var reader = new BridgeObject(json, memory);
        var isRead = reader.TryRead();
        members = memory[..reader._count];
        return isRead;
    }

    private bool TryRead()
    {
        if (!Take((byte)'{'))
        {
            return false;
        }

        SkipWhiteSpace();
        if (!Take((byte)'}'))
        {
            do
            {
                if (!TryReadMember())
                {
                    return false;
                }

                if (_count == _members.Length)
                {
                    return true;
                }
            }
            while (Take((byte)','));

            if (!Take((byte)'}'))
            {
                return false;
            }
        }

        return _next == _json.Length;
    }

    private bool TryReadMember()
    {
        SkipWhiteSpace();
        if (!TryReadText(out var nameStart, out var nameLength))
        {
            return false;
        }

        SkipWhiteSpace();
        if (!Take((byte)':'))
        {
            return false;
        }

        SkipWhiteSpace();
        if (!TryReadText(out var valueStart, out var valueLength) && !TryReadWholeNumber(out valueStart, out valueLength))
        {
            return false;
        }

        _members[_count++] = new QueryParameter(nameStart, nameLength, valueStart, valueLength);
        SkipWhiteSpace();
        return true;
    }

    /// <summary>Reads digits. Of several, the first is no zero.</summary>
    private bool TryReadWholeNumber(out int start, out int length)
    {
        var rest = _json[_next..];
        var end = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = end < 0 ? rest : rest[..end];
        (start, length) = (_next, digits.Length);
        if (digits.IsEmpty || digits is [(byte)'0', _, ..])
        {
            return false;
        }

        _next += length;
        return true;
    }

    /// <summary>Reads a text; where there is none, nothing is passed over.</summary>
    private bool TryReadText(out int start, out int length)
    {
        start = _next + 1;
        length = 0;
        if (_next == _json.Length || _json[_next] != '"' || !JsonText.TryUnescape(_json[start..], out length, out var received))
        {
            return false;
        }

        _next = start + received + 1;
        return true;
    }

    private void SkipWhiteSpace() => _next = JsonText.SkipWhiteSpace(_json, _next);

    private bool Take(byte expected)
    {
        if (_next == _json.Length || _json[_next] != expected)
        {
            return false;
        }

        _next++;
        return true;
    }
}
