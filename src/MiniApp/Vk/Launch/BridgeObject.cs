using MiniApp;

namespace VkMiniApp;

/// <summary>
/// The object that the bridge answers <c>VKWebAppGetLaunchParams</c> with, as JSON: rewritten as the query that it was made from, so that
/// all that is strict about a query is strict about it too. The framework's reader has no other way than an exception to say that JSON is
/// broken, and whoever sends broken JSON must not make the garbage collector work: so an object that is flat is read here, by RFC 8259.
/// </summary>
internal ref struct BridgeObject
{
    private readonly Span<byte> _json;
    private readonly Span<byte> _query;
    private readonly int _maxMembers;
    private int _next = 0;
    private int _written = 0;

    private BridgeObject(Span<byte> json, Span<byte> query, int maxMembers)
    {
        _json = json;
        _query = query;
        _maxMembers = maxMembers;
    }

    /// <summary>Reads an object, plain or in base64.</summary>
    /// <param name="token">The token, without white space around it.</param>
    /// <param name="limits">The most bytes that the token may have, and the most members.</param>
    /// <param name="buffers">Where the text is kept.</param>
    /// <param name="text">The query, and memory behind it.</param>
    /// <param name="length">The query's length.</param>
    /// <param name="decodedLength">The most bytes that the parameters have, decoded, with what stands between them.</param>
    /// <returns>
    /// <see langword="false"/> for what is no object, or none of texts and whole numbers. Of one with too many members, so many are read
    /// that the query has too many parameters, and no more.
    /// </returns>
    public static bool TryReadQuery(
        ReadOnlySpan<char> token, LaunchQueryLimits limits, QueryBuffers buffers, out Span<byte> text, out int length, out int decodedLength)
    {
        text = default;
        length = decodedLength = 0;

        var memory = buffers.Canonical(TokenText.MaxByteCount(token.Length, limits.MaxTokenLength));
        var isText = token is ['{', ..]
            ? TokenText.TryDecodePlain(token, memory, limits.MaxTokenLength, out var range)
            : TokenText.TryDecode(token, memory, limits.MaxTokenLength, out range);
        var json = isText ? memory[range] : [];
        if (json is not [(byte)'{', ..])
        {
            return false;
        }

        // An escape is longer than the character's bytes, and JSON puts more between members than a query does.
        decodedLength = json.Length;
        text = buffers.Text(FormUrlEncoding.MaxByteCount(decodedLength) + UnreservedBytes.BlockLength);

        var reader = new BridgeObject(json, text, limits.MaxParameters);
        var isRead = reader.TryRead();
        length = reader._written;
        return isRead;
    }

    private bool TryRead()
    {
        Take((byte)'{');
        SkipWhiteSpace();
        if (!Take((byte)'}'))
        {
            var members = 0;
            do
            {
                if (!TryReadMember())
                {
                    return false;
                }

                if (++members > _maxMembers)
                {
                    return true;
                }
            }
            while (Take((byte)','));

            // One is written behind each member, and the last is too many.
            _written--;
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
        if (!TryReadText())
        {
            return false;
        }

        SkipWhiteSpace();
        if (!Take((byte)':'))
        {
            return false;
        }

        _query[_written++] = (byte)'=';
        SkipWhiteSpace();
        if (!TryReadText() && !TryReadWholeNumber())
        {
            return false;
        }

        _query[_written++] = (byte)'&';
        SkipWhiteSpace();
        return true;
    }

    /// <summary>Reads digits. Of several, the first is no zero.</summary>
    private bool TryReadWholeNumber()
    {
        var rest = _json[_next..];
        var end = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = end < 0 ? rest : rest[..end];
        if (digits.IsEmpty || digits is [(byte)'0', _, ..])
        {
            return false;
        }

        Append(digits);
        _next += digits.Length;
        return true;
    }

    /// <summary>Reads a text; where there is none, nothing is passed over.</summary>
    private bool TryReadText()
    {
        if (_next == _json.Length || _json[_next] != '"')
        {
            return false;
        }

        var rest = _json[(_next + 1)..];
        if (!JsonText.TryUnescape(rest, out var length, out var received))
        {
            return false;
        }

        Append(rest[..length]);
        _next += received + 2;
        return true;
    }

    private void Append(ReadOnlySpan<byte> decoded) =>
        _written += FormUrlEncoding.Encode(decoded, _query[_written..], FormUrlStyle.Rfc1738);

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
