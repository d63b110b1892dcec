using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MiniApp;

/// <summary>Where one parameter stands in the text of its query. Once decoded, the positions are those of the decoded bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct QueryParameter
{
    private readonly int _nameStart;
    private readonly int _valueStart;
    private int _nameLength;
    private int _valueLength;

    /// <param name="query">The text that it stands in.</param>
    /// <param name="start">Where its name starts.</param>
    /// <param name="nameLength">The name's length.</param>
    /// <param name="valueLength">The value's length; negative where there is no <c>=</c> and no value.</param>
    /// <param name="isPlain">Whether name and value are known to be spelled the same, decoded and encoded.</param>
    public QueryParameter(ReadOnlySpan<byte> query, int start, int nameLength, int valueLength, bool isPlain)
    {
        _nameStart = start;
        _nameLength = nameLength;
        _valueStart = valueLength < 0 ? start + nameLength : start + nameLength + 1;
        _valueLength = Math.Max(valueLength, 0);
        SortKey = ReadSortKey(query[start..], nameLength);
        IsPlain = isPlain;
    }

    /// <summary>
    /// The name's first bytes as a number that sorts like them. No two names of one platform's documented ones share their first eight.
    /// </summary>
    public ulong SortKey { get; private set; }

    /// <summary>Whether name and value are spelled the same, decoded and encoded.</summary>
    public bool IsPlain { get; }

    public readonly ReadOnlySpan<byte> Name(ReadOnlySpan<byte> query) => query.Slice(_nameStart, _nameLength);

    public readonly ReadOnlySpan<byte> Value(ReadOnlySpan<byte> query) => query.Slice(_valueStart, _valueLength);

    /// <summary>
    /// Writes a plain parameter, which is shorter than a block, as it stands in the query: <c>name=value</c>. Both spans must hold a
    /// whole <see cref="PlainBytes.BlockLength"/>.
    /// </summary>
    public readonly int CopyPlain(ReadOnlySpan<byte> query, Span<byte> destination)
    {
        var length = _nameLength + 1 + _valueLength;
        PlainBytes.Copy(query[_nameStart..], destination);
        return length;
    }

    /// <summary>Decodes the name where it stands.</summary>
    public bool TryDecodeName(Span<byte> query)
    {
        if (IsPlain)
        {
            return true;
        }

        var valid = FormUrlEncoding.TryDecode(query.Slice(_nameStart, _nameLength), out _nameLength);
        SortKey = ReadSortKey(query[_nameStart..], _nameLength);
        return valid;
    }

    /// <summary>Decodes the value where it stands.</summary>
    public bool TryDecodeValue(Span<byte> query) =>
        IsPlain || FormUrlEncoding.TryDecode(query.Slice(_valueStart, _valueLength), out _valueLength);

    private static ulong ReadSortKey(ReadOnlySpan<byte> query, int nameLength)
    {
        var start = query.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64BigEndian(query) : ReadPadded(query);
        return nameLength >= sizeof(ulong) ? start : start & ~(ulong.MaxValue >> (8 * nameLength));
    }

    private static ulong ReadPadded(ReadOnlySpan<byte> query)
    {
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        query.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }
}
