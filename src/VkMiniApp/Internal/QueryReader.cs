using System.Numerics;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// Splits a query at <c>&amp;</c> and each part at its first <c>=</c>, and decodes nothing: what a decoded <c>&amp;</c> or <c>=</c>
/// means is not for the splitting to see.
/// </summary>
internal ref struct QueryReader(ReadOnlySpan<byte> query)
{
    private readonly ReadOnlySpan<byte> _query = query;
    private int _next = 0;

    /// <summary>The next part that is not empty; one without <c>=</c> is a name with an empty value.</summary>
    public bool Read(out QueryParameter parameter)
    {
        if (TryReadPlain(out parameter))
        {
            return true;
        }

        while (_next < _query.Length)
        {
            var start = _next;
            var part = _query[start..];
            var end = part.IndexOf((byte)'&');
            part = end >= 0 ? part[..end] : part;
            _next = start + part.Length + 1;

            if (!part.IsEmpty)
            {
                var equals = part.IndexOf((byte)'=');
                parameter = equals >= 0
                    ? new QueryParameter(_query, start, equals, part.Length - equals - 1, isPlain: false)
                    : new QueryParameter(_query, start, part.Length, -1, isPlain: false);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Most parts are a plain name, <c>=</c>, a plain value and <c>&amp;</c> within 32 bytes: one look at those bytes finds both ends
    /// and tells that nothing in between needs decoding.
    /// </summary>
    private bool TryReadPlain(out QueryParameter parameter)
    {
        if (_query.Length - _next >= PlainBytes.BlockLength)
        {
            var special = ~PlainBytes.Mask(_query.Slice(_next, PlainBytes.BlockLength));
            var equals = BitOperations.TrailingZeroCount(special);
            var end = BitOperations.TrailingZeroCount(special & (special - 1));

            if (end < PlainBytes.BlockLength && _query[_next + equals] == '=' && _query[_next + end] == '&')
            {
                parameter = new QueryParameter(_query, _next, equals, end - equals - 1, isPlain: true);
                _next += end + 1;
                return true;
            }
        }

        parameter = default;
        return false;
    }
}
