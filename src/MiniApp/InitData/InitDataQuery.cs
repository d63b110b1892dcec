using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;

namespace MiniApp;

/// <summary>A token's fields, decoded and sorted, and what of them the failures depend on.</summary>
internal ref struct InitDataQuery
{
    /// <summary>What neither base64 alphabet holds, and init data, its envelope or an address does.</summary>
    private static readonly SearchValues<char> PlainMarks = SearchValues.Create("&%#");

    private readonly QueryBuffers _buffers;
    private Span<byte> _text;

    /// <summary>The text, and a <see cref="UnreservedBytes.BlockLength"/> or more behind it.</summary>
    private Span<byte> _memory;
    private SortedParameters _fields;
    private QueryParameter _hash;
    private bool _hasHash;
    private bool _hasAuthDate;
    private bool _isOpened;
    private JsonMembers _user;
    private bool _hasUser;

    public InitDataQuery(ReadOnlySpan<char> token, InitDataFormat format)
    {
        _buffers = QueryBuffers.Take();
        IsMalformed = !TryRead(TokenText.Trim(token), format);
        AuthDate = format.MayHaveMilliseconds ? UnixTime.ToSeconds(AuthDate) : AuthDate;
    }

    /// <summary>Takes a token for text, and reads no field.</summary>
    private InitDataQuery(ReadOnlySpan<char> token, InitDataFormat format, bool isInEnvelope)
    {
        _buffers = QueryBuffers.Take();
        IsMalformed = !TryReadText(TokenText.Trim(token), format) || isInEnvelope && !TryOpen(format.Envelope);
    }

    /// <summary>Whether this is no init data at all; nothing else of the query may be read then.</summary>
    public bool IsMalformed { get; }

    /// <summary>When the platform proved the fields, in Unix seconds.</summary>
    public long AuthDate { get; private set; }

    /// <summary>The decoded value of <c>hash</c>; empty where there is none.</summary>
    public readonly ReadOnlySpan<byte> Hash => _hasHash ? _hash.Value(_text) : [];

    /// <summary>The decoded value of a field other than <c>hash</c>; empty where there is none.</summary>
    public readonly ReadOnlySpan<byte> Value(ReadOnlySpan<byte> name) => Find(name) is >= 0 and var rank ? _fields[rank].Value(_text) : [];

    /// <summary>Every field but <c>hash</c>, as it is hashed. It stays until the next text is made.</summary>
    public readonly ReadOnlySpan<byte> CheckString() => CheckString([], []);

    /// <summary>A text, and the fields without <c>hash</c> and one more behind it. It stays until the next text is made.</summary>
    /// <param name="prefix">The text before the fields.</param>
    /// <param name="omitted">The name of the field to leave out.</param>
    public readonly ReadOnlySpan<byte> CheckString(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> omitted)
    {
        var buffer = _buffers.Canonical(prefix.Length + InitDataText.MaxByteCount(_text.Length));
        prefix.CopyTo(buffer);
        return buffer[..(prefix.Length + InitDataText.WriteCheckString(_fields, _text, buffer[prefix.Length..], omitted))];
    }

    /// <summary>Whether <c>user</c> is a JSON object with an id that some user has. What was found once is not looked for again.</summary>
    public bool HasUser() => _hasUser =
        JsonMembersReader.TryRead(Value("user"u8), Members(), Scratch(), out _user) && _user.TryReadId("id"u8, out var id) && id > 0;

    /// <summary>A field's JSON object, read by hand; <see langword="null"/> for what has no id.</summary>
    public readonly T? ReadObject<T>(ReadOnlySpan<byte> name, ReadMembers<T> read)
        where T : class =>
        _hasUser && name.SequenceEqual("user"u8) ? read(_user) : JsonObjects.Read(Value(name), Members(), Scratch(), read);

    /// <summary>A field's JSON object, read by the serializer; <see langword="null"/> for what has no id of that name.</summary>
    public readonly T? ReadObject<T>(ReadOnlySpan<byte> name, ReadOnlySpan<byte> idName, JsonTypeInfo<T> type)
        where T : class => JsonObjects.Read(Value(name), Members(), Scratch(), idName, type);

    /// <summary>A field's text; <see langword="null"/> where it is empty or not there.</summary>
    public readonly string? ReadText(ReadOnlySpan<byte> name) => Value(name) is { IsEmpty: false } text ? Utf8Text.ToString(text) : null;

    /// <summary>Every field, the hash among them, in the order of their names.</summary>
    public readonly ImmutableArray<KeyValuePair<string, string>> ReadValues() =>
        _hasHash ? InitDataValues.Read(_fields, _hash, _text) : InitDataValues.Read(_fields, _text);

    /// <summary>What a verifier looks at in a token, with all its fields; <see langword="null"/> for what is no text.</summary>
    public static TokenQuery? Decode(ReadOnlySpan<char> token, InitDataFormat format)
    {
        using var read = new InitDataQuery(token, format);
        using var opened = new InitDataQuery(token, format, isInEnvelope: true);
        if ((read.IsMalformed || read._isOpened) && !opened.IsMalformed)
        {
            return new TokenQuery(opened._text);
        }

        using var text = new InitDataQuery(token, format, isInEnvelope: false);
        return text.IsMalformed ? null : new TokenQuery(text._text);
    }

    /// <summary>Gives the buffers back.</summary>
    public readonly void Dispose() => _buffers.Return();

    /// <summary>
    /// Takes the fields of the envelope out where none of them is the init data, which a page that decoded the whole fragment leaves
    /// behind it. Whoever asks for it has found that they are not proved.
    /// </summary>
    /// <returns>Whether there were any. What this is a copy of may not be read any more then, and only disposed of.</returns>
    public bool TryRemoveEnvelope(InitDataFormat format) =>
        _text.Length <= format.LongestCheckedTwice && format.Envelope is { } envelope && Find(envelope.DataName) < 0
            && _fields.RemoveNames(envelope.Prefix, _text);

    /// <summary>What can be read as init data is init data; only what can't may be an envelope. So no text has two readings.</summary>
    private bool TryRead(ReadOnlySpan<char> token, InitDataFormat format)
    {
        if (!TryReadText(token, format))
        {
            return false;
        }

        // Reading changes the text. To copy it takes next to nothing, to decode the token again a fifth of a long one's verdict.
        var text = _text;
        var memory = _memory;
        var received = _buffers.Canonical(text.Length)[..text.Length];
        text.CopyTo(received);
        if (TryReadFields(format))
        {
            return true;
        }

        received.CopyTo(text);
        _text = text;
        _memory = memory;
        return TryOpen(format.Envelope) && TryReadFields(format);
    }

    private bool TryOpen(InitDataEnvelope? envelope)
    {
        if (envelope is null || !envelope.TryFind(_text, out var place))
        {
            return false;
        }

        _isOpened = true;
        _text = _text[place];
        _memory = _memory[place.Start..];
        if (!FormUrlEncoding.TryDecode(_text, out var length))
        {
            return false;
        }

        _text = _text[..length];
        return true;
    }

    /// <summary>Takes no liberties: a part that is empty, has no name or has no <c>=</c> ends the reading.</summary>
    private bool TryReadFields(InitDataFormat format)
    {
        _hasHash = _hasAuthDate = false;
        var parts = _buffers.Parameters(format.MaxParameters + 1);
        _fields = _buffers.Sorted(parts);

        var count = QueryParts.Find(_memory, _text.Length, parts, out var hasEmpty);
        if (hasEmpty || count > format.MaxParameters)
        {
            return false;
        }

        for (var position = 0; position < count; position++)
        {
            if (!TryAdd(position))
            {
                return false;
            }
        }

        return _hasAuthDate;
    }

    private bool TryReadText(ReadOnlySpan<char> token, InitDataFormat format)
    {
        if (token.Length > format.MaxTokenLength)
        {
            return false;
        }

        var memory = _buffers.Text(TokenText.MaxByteCount(token.Length, format.MaxTokenLength) + UnreservedBytes.BlockLength);
        var room = memory[..^UnreservedBytes.BlockLength];
        var isText = token.ContainsAny(PlainMarks)
            ? TokenText.TryDecodePlain(token, room, format.MaxTokenLength, out var place)
            : TokenText.TryDecodeBase64(token, room, format.MaxTokenLength, out place);
        _text = room[place];
        _memory = memory[place.Start..];

        // Init data has two fields at least, so without an `&` or an `=` it is spelled in some other way.
        if (isText && format.MayBeEncodedTwice && !token.ContainsAny('&', '=') && token.Contains('%'))
        {
            isText = FormUrlEncoding.TryDecode(_text, out var length);
            _text = _text[..length];
        }

        return isText;
    }

    private bool TryAdd(int position)
    {
        ref var field = ref _fields.At(position);
        if (!field.IsPair || !field.TryDecodeName(_text) || !field.TryDecodeValue(_text))
        {
            return false;
        }

        var name = field.Name(_text);
        var value = field.Value(_text);

        // With these the check string of other fields would be the same: `a=1` LF `b=2` is two fields, or one.
        if (!field.IsCanonical && (name.ContainsAny((byte)'=', (byte)'\n') || value.Contains((byte)'\n')))
        {
            return false;
        }

        if (name.SequenceEqual("hash"u8))
        {
            var isFirst = !_hasHash;
            _hasHash = true;
            _hash = field;
            return isFirst;
        }

        if (name.SequenceEqual("auth_date"u8))
        {
            _hasAuthDate = true;
            if (!DecimalDigits.TryRead(value, out var authDate))
            {
                return false;
            }

            AuthDate = authDate;
        }

        return _fields.TryAdd(position, _memory);
    }

    private readonly int Find(ReadOnlySpan<byte> name)
    {
        for (var rank = 0; rank < _fields.Count; rank++)
        {
            if (_fields[rank].Name(_text).SequenceEqual(name))
            {
                return rank;
            }
        }

        return -1;
    }

    /// <summary>Memory for the members of an object, behind those of the user, which stay. Both are in the text, so there is room.</summary>
    private readonly Span<JsonMember> Members() => _buffers.JsonMembers(_text.Length / JsonMembersReader.ShortestMember)[_user.Count..];

    /// <summary>Memory for as many bytes as the longest value has. It shares its place with the check string.</summary>
    private readonly Span<byte> Scratch() => _buffers.Canonical(_text.Length);
}
