using System.Text.Json;

namespace MiniApp;

/// <summary>
/// Finds the members of a JSON object (RFC 8259) in one pass. A user is in every launch, and all that platforms put into one is texts, whole
/// numbers and flags: those are passed over here, in half of the time that the framework's reader takes. Whatever else a member may be is
/// left to that.
/// </summary>
internal ref struct JsonMembersReader
{
    /// <summary>The shortest member, an empty name with a digit, and what separates it: no text has more members than this goes into its length.</summary>
    public const int ShortestMember = 5;

    /// <summary>How deep an object's members may be nested: as deep as the framework's reader lets a whole text be, less the object.</summary>
    private const int MaxDepth = 63;

    private readonly ReadOnlySpan<byte> _json;
    private readonly Span<JsonMember> _members;
    private int _count = 0;
    private int _next = 0;

    private JsonMembersReader(ReadOnlySpan<byte> json, Span<JsonMember> members)
    {
        _json = json;
        _members = members;
    }

    /// <summary>Looks through an object.</summary>
    /// <param name="json">The JSON text, which is UTF-8.</param>
    /// <param name="memory">Room for as many members as the text may have, by <see cref="ShortestMember"/>.</param>
    /// <param name="scratch">Memory as long as the text.</param>
    /// <param name="members">The members.</param>
    /// <returns><see langword="false"/> for what is no JSON, is nested deeper than 64 levels, or is no object.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, Span<JsonMember> memory, Span<byte> scratch, out JsonMembers members)
    {
        var reader = new JsonMembersReader(json, memory);
        var isObject = reader.TryRead();
        members = new JsonMembers(json, memory[..reader._count], scratch);
        return isObject;
    }

    private bool TryRead()
    {
        if (!Take((byte)'{'))
        {
            return false;
        }

        if (!Take((byte)'}'))
        {
            do
            {
                if (!TryReadMember())
                {
                    return false;
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
        var nameStart = _next + 1;
        if (!TryPassText(out var isNameEscaped))
        {
            return false;
        }

        var nameLength = _next - 1 - nameStart;
        if (!Take((byte)':'))
        {
            return false;
        }

        SkipWhiteSpace();
        var valueStart = _next;
        if (!TryPassValue(out var isValueEscaped))
        {
            return false;
        }

        _members[_count++] = new JsonMember(nameStart, nameLength, isNameEscaped, valueStart, _next - valueStart, isValueEscaped);
        return true;
    }

    private bool TryPassValue(out bool isEscaped)
    {
        isEscaped = false;
        var rest = _json[_next..];
        var length = rest.IsEmpty ? 0 : rest[0] switch
        {
            (byte)'"' => 0,
            (byte)'t' => LengthOf("true"u8, rest),
            (byte)'f' => LengthOf("false"u8, rest),
            (byte)'n' => LengthOf("null"u8, rest),
            >= (byte)'1' and <= (byte)'9' => LengthOfDigits(rest),
            _ => LengthOfAny(rest),
        };

        _next += length;
        return length > 0 || TryPassText(out isEscaped);
    }

    private bool TryPassText(out bool isEscaped)
    {
        isEscaped = false;
        if (_next == _json.Length || _json[_next] != '"')
        {
            return false;
        }

        _next++;
        while (JsonText.FindSpecial(_json[_next..]) is >= 0 and var place)
        {
            _next += place;
            if (_json[_next] == '"')
            {
                _next++;
                return true;
            }

            if (!JsonText.TryReadEscape(_json[_next..], out var length))
            {
                return false;
            }

            isEscaped = true;
            _next += length;
        }

        return false;
    }

    private static int LengthOf(ReadOnlySpan<byte> literal, ReadOnlySpan<byte> rest) => rest.StartsWith(literal) ? literal.Length : 0;

    private static int LengthOfDigits(ReadOnlySpan<byte> rest)
    {
        var length = 1;
        while (length < rest.Length && rest[length] is >= (byte)'0' and <= (byte)'9')
        {
            length++;
        }

        return length < rest.Length && rest[length] is (byte)'.' or (byte)'e' or (byte)'E' ? LengthOfAny(rest) : length;
    }

    /// <summary>The length of a value that is looked through by the framework's reader; 0 for what is none.</summary>
    private static int LengthOfAny(ReadOnlySpan<byte> rest)
    {
        try
        {
            var reader = new Utf8JsonReader(rest, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            reader.Skip();
            return (int)reader.BytesConsumed;
        }
        catch (JsonException)
        {
            // The reader has no other way to say that JSON is broken. A platform has proved this text, so it happens about never, and
            // nobody can bring it about at will.
            return 0;
        }
    }

    private void SkipWhiteSpace() => _next = JsonText.SkipWhiteSpace(_json, _next);

    /// <summary>Takes one character, with the white space before it.</summary>
    private bool Take(byte expected)
    {
        SkipWhiteSpace();
        if (_next == _json.Length || _json[_next] != expected)
        {
            return false;
        }

        _next++;
        return true;
    }
}
