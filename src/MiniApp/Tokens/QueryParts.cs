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
        var (count, start, equals, reserved) = (0, 0, -1, 0UL);

        for (var block = 0; block <= length; block += UnreservedBytes.BlockLength)
        {
            // The end of the query ends a part as a separator does.
            var bytes = text.Slice(block, UnreservedBytes.BlockLength);
            var all = UnreservedBytes.First(length - block);
            var end = all + 1; // none where the block is whole
            var separators = UnreservedBytes.Find(bytes, (byte)'&') & all | end;
            var marks = UnreservedBytes.Find(bytes, (byte)'=') & all;
            var others = UnreservedBytes.FindReserved(bytes) & all & ~(separators | marks);

            for (; separators != 0; separators &= separators - 1)
            {
                var part = separators ^ (separators - 1);
                var own = marks & part;
                if (equals < 0 && own != 0)
                {
                    equals = block + BitOperations.TrailingZeroCount(own);
                    own &= own - 1;
                }

                reserved |= own | others & part;
                marks &= ~part;
                others &= ~part;

                var next = block + BitOperations.TrailingZeroCount(separators);
                if (next == start)
                {
                    hasEmpty = true;
                }
                else if (count < parts.Length)
                {
                    parts[count++] = equals < 0
                        ? new QueryParameter(start, next - start, next, 0, isUnreserved: false)
                        : new QueryParameter(start, equals - start, equals + 1, next - equals - 1, isUnreserved: reserved == 0);
                }
                else
                {
                    return count;
                }

                (start, equals, reserved) = (next + 1, -1, 0);
            }

            if (equals < 0 && marks != 0)
            {
                equals = block + BitOperations.TrailingZeroCount(marks);
                marks &= marks - 1;
            }

            reserved |= marks | others;
        }

        return count;
    }
}
