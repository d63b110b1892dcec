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
internal ref partial struct LaunchQuery
{
    /// <summary>No number of a launch is negative.</summary>
    private const long Absent = -1;

    private readonly QueryBuffers _buffers;
    private Span<byte> _text;
    private SortedParameters _parameters;
    private ReadOnlySpan<byte> _sign;
    private bool _hasSign;
    private bool _hasDuplicate;

    /// <summary>How long the text is: the most bytes that the parameters have, decoded, with what stands between them in a query.</summary>
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
            ref var parameter = ref _parameters[rank];
            _ = parameter.TryDecodeValue(_text);
            var name = KnownNames.ToString(parameter.Name(_text));
            var value = parameter.Value(_text);
            var isAppId = ReferenceEquals(name, VkLaunchParamNames.AppId) && Ascii.Equals(value, appId);
            values[rank] = new(name, isAppId ? appId : KnownValues.ToString(value));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>Gives the buffers back; nothing of the query may be read afterwards.</summary>
    public readonly void Dispose() => _buffers.Return();

    // Left to itself, the compiler puts this into its callers and then inlines nothing more: a verification takes 3 % longer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryRead(ReadOnlySpan<char> token, LaunchQueryLimits limits)
    {
        token = TokenText.Trim(token);
        if (token.Length > limits.MaxTokenLength)
        {
            return false;
        }

        var parts = _buffers.Parameters(limits.MaxParameters + 1);
        _parameters = _buffers.Sorted(parts, prefixLength: "vk_"u8.Length);

        if (!TryReadText(token, limits, isPlain: token.Contains('&') || limits.AcceptJson && token is ['{', ..]))
        {
            return false;
        }

        return limits.AcceptJson && _text is [(byte)'{', ..] ? TryReadJson(token, parts, limits) : TryReadQuery(parts, limits);
    }

    // Not in its caller, which every token runs through.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryReadJson(ReadOnlySpan<char> token, Span<QueryParameter> parts, LaunchQueryLimits limits) =>
        BridgeObject.TryRead(_text[.._decodedLength], parts, out var members)
            ? TryKeep(members.Length, limits)

            // What is no object may be a query, and the reading has changed it.
            : TryReadText(token, limits, isPlain: token.Contains('&')) && TryReadQuery(parts, limits);

    private bool TryReadQuery(Span<QueryParameter> parts, LaunchQueryLimits limits)
    {
        var (start, length) = QueryText.Find(_text[.._decodedLength]).GetOffsetAndLength(_decodedLength);
        _text = _text[start..];
        _decodedLength = length;
        return TryKeep(QueryParts.Find(_text, length, parts, out _), limits);
    }

    /// <summary>Reads a token as plain text, or as base64.</summary>
    private bool TryReadText(ReadOnlySpan<char> token, LaunchQueryLimits limits, bool isPlain)
    {
        var memory = _buffers.Text(TokenText.MaxByteCount(token.Length, limits.MaxTokenLength) + UnreservedBytes.BlockLength);
        var room = memory[..^UnreservedBytes.BlockLength];
        var isText = isPlain
            ? TokenText.TryDecodePlain(token, room, limits.MaxTokenLength, out var text)
            : TokenText.TryDecodeBase64(token, room, limits.MaxTokenLength, out text);

        (var start, _decodedLength) = text.GetOffsetAndLength(memory.Length);
        _text = memory[start..];
        return isText;
    }

    private bool TryKeep(int count, LaunchQueryLimits limits)
    {
        if (count > limits.MaxParameters)
        {
            return false;
        }

        for (var position = 0; position < count; position++)
        {
            if (!TryKeep(position))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Decodes a parameter and keeps it if it is signed; <see langword="false"/> for one that is malformed.</summary>
    private bool TryKeep(int position)
    {
        ref var parameter = ref _parameters.At(position);
        if (!parameter.TryDecodeName(_text))
        {
            return false;
        }

        var name = parameter.Name(_text);
        if (!name.StartsWith("vk_"u8))
        {
            return !name.SequenceEqual("sign"u8) || TryKeepSign(ref parameter);
        }

        if (!parameter.TryDecodeUnlessCanonical(_text))
        {
            return false;
        }

        _hasDuplicate |= !_parameters.TryAdd(position, _text);
        return TryNote(name, parameter.Value(_text));
    }

    private bool TryKeepSign(ref QueryParameter parameter)
    {
        _hasDuplicate |= _hasSign;
        _hasSign = true;
        var isDecoded = parameter.TryDecodeValue(_text);
        _sign = parameter.Value(_text);
        return isDecoded;
    }

    /// <summary>Notes a parameter that the failures depend on; <see langword="false"/> for a number that is none.</summary>
    // One question after the other, each of which is answered alike for nearly every name: a jump by the length is one that no processor foresees.
    private bool TryNote(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.SequenceEqual("vk_ts"u8))
        {
            return DecimalDigits.TryRead(value, out _timestamp);
        }

        if (name.SequenceEqual("vk_app_id"u8))
        {
            return DecimalDigits.TryRead(value, out _appId);
        }

        if (name.SequenceEqual("vk_user_id"u8))
        {
            return DecimalDigits.TryRead(value, out _userId);
        }

        if (name.SequenceEqual("vk_client"u8))
        {
            IsOdnoklassniki |= value.SequenceEqual("ok"u8);
            return true;
        }

        if (name.SequenceEqual("vk_ok_app_id"u8))
        {
            IsOdnoklassniki = true;
            return true;
        }

        if (name.SequenceEqual("vk_ok_user_id"u8))
        {
            IsOdnoklassniki = true;
            return DecimalDigits.TryRead(value, out _okUserId);
        }

        return true;
    }
}
