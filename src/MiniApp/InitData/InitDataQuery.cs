using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;

namespace MiniApp;

/// <summary>A token's fields, decoded and sorted, and what of them the failures depend on.</summary>
internal ref struct InitDataQuery
{
    private readonly QueryBuffers _buffers;
    private Span<byte> _text;
    private SortedParameters _fields;
    private QueryParameter _hash;
    private bool _hasHash;
    private bool _hasAuthDate;

    public InitDataQuery(ReadOnlySpan<char> token, InitDataFormat format)
    {
        _buffers = QueryBuffers.Take();
        IsMalformed = !TryRead(token, format) || !_hasAuthDate;
        AuthDate = format.MayHaveMilliseconds ? UnixTime.ToSeconds(AuthDate) : AuthDate;
    }

    /// <summary>Whether this is no init data at all; nothing else of the query may be read then.</summary>
    public bool IsMalformed { get; }

    /// <summary>When the platform proved the fields, in Unix seconds.</summary>
    public long AuthDate { get; private set; }

    /// <summary>The decoded value of <c>hash</c>; empty where there is none.</summary>
    public readonly ReadOnlySpan<byte> Hash => _hasHash ? _hash.Value(_text) : [];

    /// <summary>The decoded value of a field other than <c>hash</c>; empty where there is none.</summary>
    public readonly ReadOnlySpan<byte> Value(ReadOnlySpan<byte> name)
    {
        for (var rank = 0; rank < _fields.Count; rank++)
        {
            ref readonly var field = ref _fields[rank];
            if (field.Name(_text).SequenceEqual(name))
            {
                return field.Value(_text);
            }
        }

        return [];
    }

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
    public readonly bool HasUser() => JsonObjects.TryReadId(Value("user"u8), Scratch(), out var id) && id > 0;

    /// <summary>A field's JSON object; <see langword="null"/> for what has no id.</summary>
    public readonly T? ReadObject<T>(ReadOnlySpan<byte> name, JsonTypeInfo<T> type)
        where T : class => JsonObjects.Read(Value(name), Scratch(), type);

    /// <summary>Every field, the hash among them, in the order of their names.</summary>
    public readonly ImmutableArray<KeyValuePair<string, string>> ReadValues()
    {
        var values = new List<KeyValuePair<string, string>>(_fields.Count + 1);
        for (var rank = 0; rank < _fields.Count; rank++)
        {
            values.Add(ToPair(_fields[rank]));
        }

        if (_hasHash)
        {
            var place = values.FindIndex(value => string.CompareOrdinal(value.Key, "hash") > 0);
            values.Insert(place >= 0 ? place : values.Count, ToPair(_hash));
        }

        return [.. values];
    }

    /// <summary>Gives the buffers back; nothing of the query may be read afterwards.</summary>
    public readonly void Dispose() => _buffers.Return();

    private bool TryRead(ReadOnlySpan<char> token, InitDataFormat format)
    {
        if (token.Length > format.MaxTokenLength || !TryReadText(token, format))
        {
            return false;
        }

        _fields = _buffers.Parameters(format.MaxParameters);
        var reader = new InitDataReader(_text);
        for (var count = 0; reader.Read(out var field); count++)
        {
            if (count == format.MaxParameters || !TryAdd(ref field))
            {
                return false;
            }
        }

        return reader.IsAtEnd;
    }

    private bool TryReadText(ReadOnlySpan<char> token, InitDataFormat format)
    {
        var text = _buffers.Text(TokenText.MaxByteCount(token.Length));

        // Init data has two fields at least, so without an `&` it is spelled in some other way; and base64 never holds a `%`.
        var isEncodedTwice = format.MayBeEncodedTwice && !token.Contains('&') && token.Contains('%');
        var isText = isEncodedTwice
            ? TokenText.TryDecodePlain(token, text, out var length)
                && FormUrlEncoding.TryDecode(text[..length], out length)
            : TokenText.TryDecode(token, text, out length);

        _text = text[..length];
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

    /// <summary>Memory for as many bytes as the longest value has. It shares its place with the check string.</summary>
    private readonly Span<byte> Scratch() => _buffers.Canonical(_text.Length);

    private readonly KeyValuePair<string, string> ToPair(in QueryParameter field) =>
        new(Utf8Text.ToString(field.Name(_text)), Utf8Text.ToString(field.Value(_text)));
}
