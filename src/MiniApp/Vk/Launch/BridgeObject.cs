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

    /// <summary>Reads an object, plain or in base64.</summary>
    /// <param name="token">The token, without white space around it.</param>
    /// <param name="limits">The most bytes that the token may have, and the most members.</param>
    /// <param name="buffers">Where the text and the members are kept.</param>
    /// <param name="text">The text that the members stand in, and a <see cref="UnreservedBytes.BlockLength"/> of anything behind it.</param>
    /// <param name="decodedLength">The most bytes that the members have, with what stands between them in a query.</param>
    /// <param name="members">The members, decoded. Of more than there may be, there is one too many.</param>
    /// <returns><see langword="false"/> for what is no object, or none of texts and whole numbers.</returns>
    public static bool TryRead(
        ReadOnlySpan<char> token,
        LaunchQueryLimits limits,
        QueryBuffers buffers,
        out Span<byte> text,
        out int decodedLength,
        out Span<QueryParameter> members)
    {
        text = default;
        decodedLength = 0;
        members = default;

        var memory = buffers.Text(TokenText.MaxByteCount(token.Length, limits.MaxTokenLength) + UnreservedBytes.BlockLength);
        var room = memory[..^UnreservedBytes.BlockLength];
        var isText = token is ['{', ..]
            ? TokenText.TryDecodePlain(token, room, limits.MaxTokenLength, out var range)
            : TokenText.TryDecode(token, room, limits.MaxTokenLength, out range);
        var json = isText ? room[range] : [];
        if (json is not [(byte)'{', ..])
        {
            return false;
        }

        text = memory[range.Start..];

        // An escape is longer than the character's bytes, and JSON puts more between members than a query does.
        decodedLength = json.Length;

        var reader = new BridgeObject(json, buffers.Members(limits.MaxParameters + 1)[..(limits.MaxParameters + 1)]);
        var isRead = reader.TryRead();
        members = reader._members[..reader._count];
        return isRead;
    }

    private bool TryRead()
    {
        Take((byte)'{');
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

        SkipWhiteSpace();
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

    private void SkipWhiteSpace()
    {
        while (_next < _json.Length && _json[_next] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _next++;
        }
    }

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
