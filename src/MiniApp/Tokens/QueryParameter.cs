using System.Runtime.InteropServices;

namespace MiniApp;

/// <summary>Where one parameter stands in the text of its query. Once decoded, the positions are those of the decoded bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct QueryParameter
{
    private readonly int _nameStart;
    private readonly int _valueStart;
    private readonly bool _isDecoded;
    private int _nameLength;
    private int _valueLength;

    /// <param name="start">Where its name starts.</param>
    /// <param name="nameLength">The name's length.</param>
    /// <param name="valueLength">The value's length; negative where there is no <c>=</c> and no value.</param>
    /// <param name="isUnreserved">Whether name and value are known to hold unreserved bytes alone.</param>
    public QueryParameter(int start, int nameLength, int valueLength, bool isUnreserved)
    {
        _nameStart = start;
        _nameLength = nameLength;
        _valueStart = valueLength < 0 ? start + nameLength : start + nameLength + 1;
        _valueLength = Math.Max(valueLength, 0);
        IsUnreserved = _isDecoded = isUnreserved;
    }

    /// <summary>One that stands in the text decoded, wherever.</summary>
    public QueryParameter(int nameStart, int nameLength, int valueStart, int valueLength)
    {
        (_nameStart, _nameLength, _valueStart, _valueLength) = (nameStart, nameLength, valueStart, valueLength);
        _isDecoded = true;
    }

    /// <summary>Whether name and value hold unreserved bytes alone, and so are spelled the same, decoded and encoded.</summary>
    public bool IsUnreserved { get; }

    /// <summary>Whether it is a <c>name=value</c> with a name. Asked before it is decoded.</summary>
    public readonly bool IsPair => _nameLength > 0 && _valueStart > _nameStart + _nameLength;

    public readonly ReadOnlySpan<byte> Name(ReadOnlySpan<byte> query) => query.Slice(_nameStart, _nameLength);

    public readonly ReadOnlySpan<byte> Value(ReadOnlySpan<byte> query) => query.Slice(_valueStart, _valueLength);

    /// <summary>
    /// Writes an unreserved parameter as it stands in the query: <c>name=value</c>. Both spans must go on beyond it for a whole
    /// <see cref="UnreservedBytes.BlockLength"/>.
    /// </summary>
    public readonly int CopyUnreserved(ReadOnlySpan<byte> query, Span<byte> destination)
    {
        var length = _nameLength + 1 + _valueLength;
        UnreservedBytes.Copy(query[_nameStart..], destination, length);
        return length;
    }

    /// <summary>Decodes the name where it stands.</summary>
    public bool TryDecodeName(Span<byte> query) =>
        _isDecoded || FormUrlEncoding.TryDecode(query.Slice(_nameStart, _nameLength), out _nameLength);

    /// <summary>Decodes the value where it stands.</summary>
    public bool TryDecodeValue(Span<byte> query) =>
        _isDecoded || FormUrlEncoding.TryDecode(query.Slice(_valueStart, _valueLength), out _valueLength);
}
