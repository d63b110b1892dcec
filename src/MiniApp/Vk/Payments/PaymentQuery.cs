using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using MiniApp;

namespace VkMiniApp;

/// <summary>A payment notification's parameters, decoded and sorted. All of them are signed, but for the signature itself.</summary>
internal ref struct PaymentQuery
{
    private readonly QueryBuffers _buffers;
    private Span<byte> _text;

    /// <summary>How long the body is. The text goes on behind it.</summary>
    private int _length;
    private SortedParameters _parameters;
    private ReadOnlySpan<byte> _sig;
    private bool _hasDuplicate;
    private bool _hasSig;
    private bool _hasAppId;
    private bool _hasNotificationType;
    private long _appId;

    public PaymentQuery(ReadOnlySpan<char> body, int maxBodyLength, int maxParameters)
    {
        _buffers = QueryBuffers.Take();
        Failure = !TryRead(body, maxBodyLength, maxParameters) ? VkPaymentNotificationFailure.Malformed
            : _hasDuplicate ? VkPaymentNotificationFailure.DuplicateParameter
            : VkPaymentNotificationFailure.None;
    }

    /// <summary>
    /// <see cref="VkPaymentNotificationFailure.Malformed"/>, <see cref="VkPaymentNotificationFailure.DuplicateParameter"/>, or
    /// <see cref="VkPaymentNotificationFailure.None"/> for a body that could be read, whatever it says.
    /// </summary>
    public VkPaymentNotificationFailure Failure { get; }

    /// <summary>Whether every parameter is there without which no notification can be judged.</summary>
    public readonly bool IsComplete => _hasSig && _hasAppId && _hasNotificationType;

    public readonly long AppId => _appId;

    /// <summary>The decoded value of <c>sig</c>; empty where there is none.</summary>
    public readonly ReadOnlySpan<byte> Sig => _sig;

    public readonly VkPaymentNotification ToNotification()
    {
        var values = new KeyValuePair<string, string>[_parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            ref readonly var parameter = ref _parameters[i];
            values[i] = new(Utf8Text.ToString(parameter.Name(_text)), Utf8Text.ToString(parameter.Value(_text)));
        }

        return new VkPaymentNotification(ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    /// <summary>Writes the text that the signature is of, but for the key. It stays until the next call.</summary>
    public readonly ReadOnlySpan<byte> Join()
    {
        // What was decoded is no longer than what came; only a part without "=" gets one more byte.
        var destination = _buffers.Canonical(_length + _parameters.Count);
        var written = 0;

        for (var i = 0; i < _parameters.Count; i++)
        {
            ref readonly var parameter = ref _parameters[i];
            var name = parameter.Name(_text);
            var value = parameter.Value(_text);

            name.CopyTo(destination[written..]);
            written += name.Length;
            destination[written++] = (byte)'=';
            value.CopyTo(destination[written..]);
            written += value.Length;
        }

        return destination[..written];
    }

    /// <summary>Gives the buffers back; nothing of the notification may be read afterwards.</summary>
    public readonly void Dispose() => _buffers.Return();

    private bool TryRead(ReadOnlySpan<char> body, int maxBodyLength, int maxParameters)
    {
        if (body.Length > maxBodyLength)
        {
            return false;
        }

        // As it came, white space at its ends included: a body is no token that somebody copied.
        var room = Math.Min(3 * body.Length, maxBodyLength);
        var text = _buffers.Text(room + UnreservedBytes.BlockLength);
        if (Utf8.FromUtf16(body, text[..room], out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            return false;
        }

        _text = text;
        _length = length;
        var parts = _buffers.Parameters(maxParameters + 1);
        _parameters = _buffers.Sorted(parts);

        var count = QueryParts.Find(text, length, parts, out _);
        if (count > maxParameters)
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

    private bool TryKeep(int position)
    {
        ref var parameter = ref _parameters.At(position);
        if (!parameter.TryDecodeName(_text) || !parameter.TryDecodeValue(_text))
        {
            return false;
        }

        var name = parameter.Name(_text);
        var value = parameter.Value(_text);

        if (name.SequenceEqual("sig"u8))
        {
            _hasDuplicate |= _hasSig;
            _hasSig = true;
            _sig = value;
            return true;
        }

        // A name with "=" in it could take up the parameter before it whole.
        if (name.IsEmpty || name.Contains((byte)'='))
        {
            return false;
        }

        _hasDuplicate |= !_parameters.TryAdd(position, _text);

        if (name.SequenceEqual("app_id"u8))
        {
            _hasAppId = true;
            return DecimalDigits.TryRead(value, out _appId);
        }

        _hasNotificationType |= name.SequenceEqual("notification_type"u8) && !value.IsEmpty;
        return true;
    }
}
