using System.Numerics;
using System.Runtime.CompilerServices;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// Splits a query at <c>&amp;</c> and each part at its first <c>=</c>, and decodes nothing: what a decoded <c>&amp;</c> or <c>=</c>
/// means is not for the splitting to see. It goes from one reserved byte to the next, so that it knows of each part whether
/// there is anything in it to decode.
/// </summary>
/// <param name="text">The query, and a <see cref="UnreservedBytes.BlockLength"/> of anything behind it.</param>
/// <param name="length">The query's length.</param>
internal ref struct QueryReader(ReadOnlySpan<byte> text, int length)
{
    /// <summary>Beyond this, a value that is not unreserved is not gone through byte by byte any more.</summary>
    private const int LongValue = 256;

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly int _length = length;
    private int _next = 0;
    private int _block = -UnreservedBytes.BlockLength;
    private ulong _reserved = 0;

    /// <summary>The next part that is not empty; one without <c>=</c> is a name with an empty value.</summary>
    // Inlined, it keeps its place in registers: a verification takes 2 % less.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Read(out QueryParameter parameter)
    {
        while (_next < _length)
        {
            var start = _next;
            var equals = -1;
            var isUnreserved = true;

            int end;
            while ((end = NextReserved()) < _length && _text[end] != '&')
            {
                if (equals < 0 && _text[end] == '=')
                {
                    equals = end;
                }
                else
                {
                    isUnreserved = false;
                    if (equals >= 0 && end - start > LongValue)
                    {
                        SkipTo(_text[end.._length].IndexOf((byte)'&') is >= 0 and var rest ? end + rest : _length);
                    }
                }
            }

            _next = end + 1;
            if (equals >= 0)
            {
                parameter = new QueryParameter(start, equals - start, end - equals - 1, isUnreserved);
                return true;
            }

            if (end > start)
            {
                parameter = new QueryParameter(start, end - start, -1, isUnreserved: false);
                return true;
            }
        }

        parameter = default;
        return false;
    }

    /// <summary>Goes on at a place that is reserved, or at the end.</summary>
    private void SkipTo(int place)
    {
        _block = place / UnreservedBytes.BlockLength * UnreservedBytes.BlockLength;
        _reserved = _block < _length
            ? UnreservedBytes.FindReserved(_text.Slice(_block, UnreservedBytes.BlockLength)) & ulong.MaxValue << place
            : 0;
    }

    /// <summary>Where the next reserved byte is, or the end.</summary>
    private int NextReserved()
    {
        while (_reserved == 0)
        {
            _block += UnreservedBytes.BlockLength;
            if (_block >= _length)
            {
                return _length;
            }

            _reserved = UnreservedBytes.FindReserved(_text.Slice(_block, UnreservedBytes.BlockLength));
        }

        var place = _block + BitOperations.TrailingZeroCount(_reserved);
        _reserved &= _reserved - 1;
        return Math.Min(place, _length);
    }
}
