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
    private SortedParameters _fields;
    private QueryParameter _hash;
    private bool _hasHash;
    private bool _hasAuthDate;
    private bool _isOpened;
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

    /// <summary>Whether <c>user</c> is a JSON object with an id that some user has.</summary>
    // What was found once is not looked for again.
    public bool HasUser() => _hasUser = JsonObjects.TryReadId(Value("user"u8), Scratch(), "id"u8, out var id) && id > 0;

    /// <summary>A field's user; <see langword="null"/> for what has no id.</summary>
    public readonly TUser? ReadUser<TUser>(ReadOnlySpan<byte> name, ReadUser<TUser> read)
        where TUser : InitDataUser
    {
        var json = Value(name);
        var isKnown = _hasUser && name.SequenceEqual("user"u8);
        return isKnown || JsonObjects.TryReadId(json, Scratch(), "id"u8, out _) ? JsonObjects.ReadUser(json, Scratch(), read) : null;
    }

    /// <summary>A field's JSON object; <see langword="null"/> for what has no id.</summary>
    public readonly T? ReadObject<T>(ReadOnlySpan<byte> name, JsonTypeInfo<T> type)
        where T : class => ReadObject(name, "id"u8, type);

    /// <summary>A field's JSON object; <see langword="null"/> for what has no id of that name.</summary>
    public readonly T? ReadObject<T>(ReadOnlySpan<byte> name, ReadOnlySpan<byte> idName, JsonTypeInfo<T> type)
        where T : class => JsonObjects.Read(Value(name), Scratch(), idName, type);

    /// <summary>A field's text; <see langword="null"/> where it is empty or not there.</summary>
    public readonly string? ReadText(ReadOnlySpan<byte> name) => Value(name) is { IsEmpty: false } text ? Utf8Text.ToString(text) : null;

    /// <summary>Every field, the hash among them, in the order of their names.</summary>
    public readonly ImmutableArray<KeyValuePair<string, string>> ReadValues() =>
        _hasHash ? InitDataValues.Read(_fields, _hash, _text) : InitDataValues.Read(_fields, _text);

    /// <summary>What a verifier looks at in a token, with all its fields; <see langword="null"/> for what is no text.</summary>
    public static TokenQuery? Decode(ReadOnlySpan<char> token, InitDataFormat format)
    {
        bool isInitData;
        using (var read = new InitDataQuery(token, format))
        {
            isInitData = !read.IsMalformed && !read._isOpened;
        }

        using var opened = new InitDataQuery(token, format, isInEnvelope: true);
        if (!isInitData && !opened.IsMalformed)
        {
            return new TokenQuery(opened._text);
        }

        using var text = new InitDataQuery(token, format, isInEnvelope: false);
        return text.IsMalformed ? null : new TokenQuery(text._text);
    }

    /// <summary>Gives the buffers back; nothing of the query may be read afterwards.</summary>
    public readonly void Dispose() => _buffers.Return();

    /// <summary>
    /// Takes the fields of the envelope out where none of them is the init data, which a page that decoded the whole fragment leaves
    /// behind it. Whoever asks for it has found that they are not proved.
    /// </summary>
    /// <returns>Whether there were any. What this is a copy of may not be read any more then, and only disposed of.</returns>
    public bool TryRemoveEnvelope(InitDataEnvelope envelope) =>
        Find(envelope.DataName) < 0 && _fields.RemoveNames(envelope.Prefix, _text);

    /// <summary>
    /// What can be read as init data, and so has a time, is init data; only what can't may be an envelope. So no text has two readings.
    /// </summary>
    private bool TryRead(ReadOnlySpan<char> token, InitDataFormat format)
    {
        if (!TryReadText(token, format))
        {
            return false;
        }

        // Reading changes the text. To copy it takes next to nothing, to decode the token again a fifth of a long one's verdict.
        var text = _text;
        var received = _buffers.Canonical(text.Length)[..text.Length];
        text.CopyTo(received);
        if (TryReadFields(format))
        {
            return true;
        }

        received.CopyTo(text);
        _text = text;
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
        if (!FormUrlEncoding.TryDecode(_text, out var length))
        {
            return false;
        }

        _text = _text[..length];
        return true;
    }

    private bool TryReadFields(InitDataFormat format)
    {
        _hasHash = _hasAuthDate = false;
        _fields = _buffers.Parameters(format.MaxParameters);
        var reader = new InitDataReader(_text);
        for (var count = 0; reader.Read(out var field); count++)
        {
            if (count == format.MaxParameters || !TryAdd(ref field))
            {
                return false;
            }
        }

        return reader.IsAtEnd && _hasAuthDate;
    }

    private bool TryReadText(ReadOnlySpan<char> token, InitDataFormat format)
    {
        if (token.Length > format.MaxTokenLength)
        {
            return false;
        }

        var memory = _buffers.Text(TokenText.MaxByteCount(token.Length, format.MaxTokenLength));
        var isText = token.ContainsAny(PlainMarks)
            ? TokenText.TryDecodePlain(token, memory, format.MaxTokenLength, out var place)
            : TokenText.TryDecodeBase64(token, memory, format.MaxTokenLength, out place);
        _text = memory[place];

        // Init data has two fields at least, so without an `&` or an `=` it is spelled in some other way.
        if (isText && format.MayBeEncodedTwice && !token.ContainsAny('&', '=') && token.Contains('%'))
        {
            isText = FormUrlEncoding.TryDecode(_text, out var length);
            _text = _text[..length];
        }

        return isText;
    }

    private bool TryAdd(ref QueryParameter field)
    {
        if (!field.TryDecodeName(_text) || !field.TryDecodeValue(_text))
        {
            return false;
        }

        var name = field.Name(_text);
        var value = field.Value(_text);

        // With these the check string of other fields would be the same: `a=1` LF `b=2` is two fields, or one.
        if (name.ContainsAny((byte)'=', (byte)'\n') || value.Contains((byte)'\n'))
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

        return _fields.TryAdd(field, name, _text);
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

    /// <summary>Memory for as many bytes as the longest value has. It shares its place with the check string.</summary>
    private readonly Span<byte> Scratch() => _buffers.Canonical(_text.Length);
}
