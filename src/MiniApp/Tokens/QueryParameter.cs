using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MiniApp;

/// <summary>Where one parameter stands in the text of its query. Once decoded, the positions are those of the decoded bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct QueryParameter
{
    /// <summary>A launch as VK makes it has a few escapes, between the accesses. Of more, a stranger could have each looked at twice.</summary>
    private const int MostOwnEscapes = 8;

    private readonly int _nameStart;
    private readonly int _valueStart;
    private bool _isDecoded;
    private int _nameLength;
    private int _valueLength;

    /// <param name="nameStart">Where its name starts.</param>
    /// <param name="nameLength">The name's length.</param>
    /// <param name="valueStart">Where its value starts; where its name ends, if it has none.</param>
    /// <param name="valueLength">The value's length.</param>
    /// <param name="isUnreserved">Whether name and value are known to hold unreserved bytes alone.</param>
    public QueryParameter(int nameStart, int nameLength, int valueStart, int valueLength, bool isUnreserved)
    {
        (_nameStart, _nameLength, _valueStart, _valueLength) = (nameStart, nameLength, valueStart, valueLength);
        IsCanonical = _isDecoded = isUnreserved;
    }

    /// <summary>One that stands in the text decoded, wherever.</summary>
    public QueryParameter(int nameStart, int nameLength, int valueStart, int valueLength)
    {
        (_nameStart, _nameLength, _valueStart, _valueLength) = (nameStart, nameLength, valueStart, valueLength);
        _isDecoded = true;
    }

    /// <summary>Whether it is spelled as <see cref="FormUrlEncoding.Encode"/> writes it, whatever the style.</summary>
    public bool IsCanonical { get; private set; }

    /// <summary>Whether it is a <c>name=value</c> with a name. Asked before it is decoded.</summary>
    public readonly bool IsPair => _nameLength > 0 && _valueStart > _nameStart + _nameLength;

    public readonly ReadOnlySpan<byte> Name(ReadOnlySpan<byte> query) => query.Slice(_nameStart, _nameLength);

    public readonly ReadOnlySpan<byte> Value(ReadOnlySpan<byte> query) => query.Slice(_valueStart, _valueLength);

    /// <summary>The first eight bytes of the name behind a prefix, as a number that sorts like them.</summary>
    /// <param name="query">The query, and a <see cref="UnreservedBytes.BlockLength"/> of anything behind it.</param>
    /// <param name="prefixLength">The prefix's length, which the name has at least.</param>
    public readonly ulong ReadNameStart(ReadOnlySpan<byte> query, int prefixLength)
    {
        var start = BinaryPrimitives.ReadUInt64BigEndian(query[(_nameStart + prefixLength)..]);
        var length = _nameLength - prefixLength;
        return length < sizeof(ulong) ? start & ~(ulong.MaxValue >> (8 * length)) : start;
    }

    /// <summary>
    /// Writes a canonical parameter as it stands in the query: <c>name=value</c>. Both spans must go on beyond it for a whole
    /// <see cref="UnreservedBytes.BlockLength"/>.
    /// </summary>
    public readonly int CopyCanonical(ReadOnlySpan<byte> query, Span<byte> destination)
    {
        var length = _nameLength + 1 + _valueLength;
        UnreservedBytes.Copy(query[_nameStart..], destination, length);
        return length;
    }

    /// <summary>Decodes the name where it stands.</summary>
    public bool TryDecodeName(Span<byte> query) =>
        _isDecoded || FormUrlEncoding.TryDecode(query.Slice(_nameStart, _nameLength), out _nameLength);

    /// <summary>
    /// Decodes the value where it stands, unless its few escapes are canonical: to decode and to encode those is a twentieth of a verification.
    /// </summary>
    /// <param name="query">The query, and a <see cref="UnreservedBytes.BlockLength"/> of anything behind it.</param>
    public bool TryDecodeUnlessCanonical(Span<byte> query) =>
        _isDecoded || (IsCanonical = HasOwnEscapesAlone(query)) || TryDecodeValue(query);

    /// <summary>Decodes the value where it stands, if it was left.</summary>
    public bool TryDecodeValue(Span<byte> query)
    {
        if (_isDecoded)
        {
            return true;
        }

        (_isDecoded, IsCanonical) = (true, false);
        return FormUrlEncoding.TryDecode(query.Slice(_valueStart, _valueLength), out _valueLength);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool HasOwnEscapesAlone(ReadOnlySpan<byte> query)
    {
        // A name that is followed by anything else got shorter when it was decoded, or has no value.
        if (_valueStart != _nameStart + _nameLength + 1)
        {
            return false;
        }

        var text = query[_nameStart..];
        var length = _nameLength + 1 + _valueLength;
        var escapes = 0;
        for (var block = 0; block < length; block += UnreservedBytes.BlockLength)
        {
            var reserved = UnreservedBytes.FindReserved(text[block..]) & UnreservedBytes.First(length - block);
            for (; reserved != 0; reserved &= reserved - 1)
            {
                var place = block + BitOperations.TrailingZeroCount(reserved);
                if (place == _nameLength)
                {
                    continue;
                }

                if (place < _nameLength || ++escapes > MostOwnEscapes || !FormUrlEncoding.StartsWithOwnEscape(text[place..length]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
