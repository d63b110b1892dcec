using System.Numerics;
using System.Runtime.CompilerServices;

namespace MiniApp;

/// <summary>
/// Splits a query at <c>&amp;</c> and each part at its first <c>=</c>, and decodes nothing: what a decoded <c>&amp;</c> or <c>=</c>
/// means is not for the splitting to see. It looks at a block at once, and knows of each part whether there is anything to decode. The
/// parts are all found before any is looked at: what the finding keeps in registers is in memory as soon as anything else is done between.
/// </summary>
internal static class QueryParts
{
    /// <summary>Finds the parts that are not empty; one without <c>=</c> is a name with an empty value.</summary>
    /// <param name="text">The query, and a <see cref="UnreservedBytes.BlockLength"/> of anything behind it.</param>
    /// <param name="length">The query's length.</param>
    /// <param name="parts">Room for the parts. Behind the last that there is room for, nothing is looked at.</param>
    /// <param name="hasEmpty">Whether there are empty parts among them, or behind them.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Find(ReadOnlySpan<byte> text, int length, Span<QueryParameter> parts, out bool hasEmpty)
    {
        hasEmpty = false;
        var (count, start, equals, isUnreserved) = (0, 0, -1, true);

        for (var block = 0; block <= length; block += UnreservedBytes.BlockLength)
        {
            // The end of the query ends a part as a separator does.
            var bytes = text.Slice(block, UnreservedBytes.BlockLength);
            var isLast = length - block < UnreservedBytes.BlockLength;
            var end = isLast ? 1UL << length - block : 0;
            var all = isLast ? end - 1 : ulong.MaxValue;
            var separators = UnreservedBytes.Find(bytes, (byte)'&') & all | end;
            var marks = UnreservedBytes.Find(bytes, (byte)'=') & all;
            var reserved = UnreservedBytes.FindReserved(bytes) & all & ~separators;

            while (true)
            {
                var part = separators ^ (separators - 1);
                if (equals < 0 && (marks & part) is not 0 and var own)
                {
                    equals = block + BitOperations.TrailingZeroCount(own);
                    reserved &= ~(own & (0 - own));
                }

                isUnreserved &= (reserved & part) == 0;
                if (separators == 0)
                {
                    break;
                }

                var next = block + BitOperations.TrailingZeroCount(separators);
                if (next == start)
                {
                    hasEmpty = true;
                }
                else if (count == parts.Length)
                {
                    return count;
                }
                else
                {
                    parts[count++] = equals < 0
                        ? new QueryParameter(start, next - start, -1, isUnreserved: false)
                        : new QueryParameter(start, equals - start, next - equals - 1, isUnreserved);
                }

                (start, equals, isUnreserved) = (next + 1, -1, true);
                separators &= separators - 1;
                marks &= ~part;
                reserved &= ~part;
                if (separators == 0 && isLast)
                {
                    break;
                }
            }
        }

        return count;
    }
}
