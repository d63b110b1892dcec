using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// A token's signed parameters, decoded and sorted, and what of them the failures depend on. Parameters without the prefix are not signed,
/// so nothing but their name is ever looked at.
/// </summary>
internal ref struct LaunchQuery
{
    /// <summary>No number of a launch is negative.</summary>
    private const long Absent = -1;

    private readonly QueryBuffers _buffers;
    private Span<byte> _text;
    private SortedParameters _parameters;
    private ReadOnlySpan<byte> _sign;
    private bool _hasSign;
    private bool _hasDuplicate;
    private int _length;
    private int _decodedLength;
    private readonly int _mostSignedBytes;
    private long _appId = Absent;
    private long _userId = Absent;
    private long _okUserId = Absent;
    private long _timestamp = Absent;

    public LaunchQuery(ReadOnlySpan<char> token, LaunchQueryLimits limits)
    {
        _buffers = QueryBuffers.Take();
        _mostSignedBytes = limits.MostSignedBytes;
        Failure = !TryRead(token, limits) ? VkLaunchFailure.Malformed
            : _hasDuplicate ? VkLaunchFailure.DuplicateParameter
            : VkLaunchFailure.None;
    }

    /// <summary>
    /// <see cref="VkLaunchFailure.Malformed"/>, <see cref="VkLaunchFailure.DuplicateParameter"/>, or
    /// <see cref="VkLaunchFailure.None"/> for a token that could be read, whatever it says.
    /// </summary>
    public VkLaunchFailure Failure { get; }

    public bool IsOdnoklassniki { get; private set; }

    public readonly long AppId => _appId;

    /// <summary>The user's id, in Odnoklassniki's number space where <see cref="IsOdnoklassniki"/>.</summary>
    public readonly long UserId => IsOdnoklassniki ? _okUserId : _userId;

    /// <summary>When the parameters were signed, in Unix seconds. A real launch inside Odnoklassniki was seen with milliseconds.</summary>
    public readonly long Timestamp => IsOdnoklassniki ? UnixTime.ToSeconds(_timestamp) : _timestamp;

    /// <summary>Whether every parameter is there without which no launch can be judged.</summary>
    public readonly bool IsComplete =>
        _hasSign && _appId != Absent && _timestamp != Absent && UserId != Absent;

    /// <summary>Whether any parameter is signed.</summary>
    public readonly bool HasParameters => _parameters.Count > 0;

    /// <summary>The decoded value of <c>sign</c>; empty where there is none.</summary>
    public readonly ReadOnlySpan<byte> Sign => _sign;

    /// <summary>The signed parameters in the order of their names.</summary>
    /// <param name="appId">A string of the app's id, in place of one more of the same; empty where there is none.</param>
    public readonly ImmutableArray<KeyValuePair<string, string>> ReadValues(string appId)
    {
        var values = new KeyValuePair<string, string>[_parameters.Count];
        for (var rank = 0; rank < values.Length; rank++)
        {
            ref readonly var parameter = ref _parameters[rank];
            var name = KnownNames.ToString(parameter.Name(_text));
            var value = parameter.Value(_text);
            var isAppId = ReferenceEquals(name, VkLaunchParamNames.AppId) && Ascii.Equals(value, appId);
            values[rank] = new(name, isAppId ? appId : KnownValues.ToString(value));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>Whether <c>sign</c> is an app's signature of the parameters.</summary>
    public readonly bool IsSignedBy(AppSignature app) =>
        _sign.Length == SignText.Length && (IsSignedBy(app, FormUrlStyle.Rfc1738, out var signed) || IsSignedInOtherStyle(app, signed));

    /// <summary>Gives the buffers back; nothing of the query may be read afterwards.</summary>
    public readonly void Dispose() => _buffers.Return();

    private readonly bool IsSignedBy(AppSignature app, FormUrlStyle style, out int signedBytes)
    {
        var canonical = _buffers.Canonical(CanonicalQuery.MaxByteCount(_decodedLength));
        signedBytes = CanonicalQuery.Write(_parameters, _text, canonical, style);
        return app.Matches(canonical[..signedBytes], _sign);
    }

    /// <summary>
    /// VK's page on launch parameters writes a space as <c>%20</c>, VK's own samples as <c>+</c>, and samples differ on the tilde, so
    /// there are four ways to write a text that holds both. No other character has two spellings. A stranger chooses the text, so that
    /// no more is hashed on the whole than for one text of the greatest length.
    /// </summary>
    private readonly bool IsSignedInOtherStyle(AppSignature app, int signedBytes)
    {
        var open = FindOpenStyle();
        var hashed = signedBytes;
        for (var style = FormUrlStyle.Rfc3986; style > FormUrlStyle.Rfc1738; style--)
        {
            if ((style & open) != style)
            {
                continue;
            }

            if (hashed + signedBytes > _mostSignedBytes)
            {
                return false;
            }

            if (IsSignedBy(app, style, out signedBytes))
            {
                return true;
            }

            hashed += signedBytes;
        }

        return false;
    }

    /// <summary>Of the characters that have two spellings, those that are in a signed name or value.</summary>
    private readonly FormUrlStyle FindOpenStyle()
    {
        var open = FormUrlStyle.Rfc1738;
        for (var rank = 0; rank < _parameters.Count; rank++)
        {
            ref readonly var parameter = ref _parameters[rank];
            if (!parameter.IsUnreserved)
            {
                open |= FindOpenStyle(parameter.Name(_text)) | FindOpenStyle(parameter.Value(_text));
            }
        }

        return open;
    }

    private static FormUrlStyle FindOpenStyle(ReadOnlySpan<byte> text) =>
        (text.Contains((byte)' ') ? FormUrlStyle.EscapedSpace : FormUrlStyle.Rfc1738)
        | (text.Contains((byte)'~') ? FormUrlStyle.PlainTilde : FormUrlStyle.Rfc1738);

    // Left to itself, the compiler puts this into its callers and then inlines nothing more: a verification takes 3 % longer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryRead(ReadOnlySpan<char> token, LaunchQueryLimits limits)
    {
        token = TokenText.Trim(token);
        if (token.Length > limits.MaxTokenLength)
        {
            return false;
        }

        if (!(limits.AcceptJson
            && BridgeObject.TryReadQuery(token, limits, _buffers, out _text, out _length, out _decodedLength)))
        {
            var memory = _buffers.Text(TokenText.MaxByteCount(token.Length, limits.MaxTokenLength) + UnreservedBytes.BlockLength);
            if (!TokenText.TryDecode(token, memory[..^UnreservedBytes.BlockLength], limits.MaxTokenLength, out var text))
            {
                return false;
            }

            var (textStart, textLength) = text.GetOffsetAndLength(memory.Length);
            var (start, length) = QueryText.Find(memory.Slice(textStart, textLength)).GetOffsetAndLength(textLength);
            _text = memory[(textStart + start)..];
            _length = _decodedLength = length;
        }

        _parameters = _buffers.Parameters(limits.MaxParameters, prefixLength: "vk_"u8.Length);

        var reader = new QueryReader(_text, _length);
        for (var count = 0; reader.Read(out var parameter); count++)
        {
            if (count == limits.MaxParameters || !TryKeep(ref parameter))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Decodes a parameter and keeps it if it is signed; <see langword="false"/> for one that is malformed.</summary>
    private bool TryKeep(ref QueryParameter parameter)
    {
        if (!parameter.TryDecodeName(_text))
        {
            return false;
        }

        var name = parameter.Name(_text);
        var isSign = name.SequenceEqual("sign"u8);

        if (!isSign && !name.StartsWith("vk_"u8))
        {
            return true;
        }

        if (!parameter.TryDecodeValue(_text))
        {
            return false;
        }

        if (isSign)
        {
            _hasDuplicate |= _hasSign;
            _hasSign = true;
            _sign = parameter.Value(_text);
            return true;
        }

        _hasDuplicate |= !_parameters.TryAdd(parameter, name, _text);
        return TryNote(name, parameter.Value(_text));
    }

    /// <summary>Notes a parameter that the failures depend on; <see langword="false"/> for a number that is none.</summary>
    private bool TryNote(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        switch (name.Length)
        {
            case 5 when name.SequenceEqual("vk_ts"u8):
                return DecimalDigits.TryRead(value, out _timestamp);
            case 9 when name.SequenceEqual("vk_app_id"u8):
                return DecimalDigits.TryRead(value, out _appId);
            case 9 when name.SequenceEqual("vk_client"u8):
                IsOdnoklassniki |= value.SequenceEqual("ok"u8);
                return true;
            case 10 when name.SequenceEqual("vk_user_id"u8):
                return DecimalDigits.TryRead(value, out _userId);
            case 12 when name.SequenceEqual("vk_ok_app_id"u8):
                IsOdnoklassniki = true;
                return true;
            case 13 when name.SequenceEqual("vk_ok_user_id"u8):
                IsOdnoklassniki = true;
                return DecimalDigits.TryRead(value, out _okUserId);
            default:
                return true;
        }
    }
}
