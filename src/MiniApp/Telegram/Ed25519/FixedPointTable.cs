namespace TelegramMiniApp;

/// <summary>Multiples of one point P, with which multiplying P by a scalar takes additions and hardly a doubling.</summary>
/// <remarks>
/// A scalar with digits d[i] in radix 2^w stands for the sum of d[i] 2^(w i) P. Row r of the table holds the multiples
/// 1, 2, ... 2^(w-1) of 2^(2 w r) P. It serves digit 2r as it is, and digit 2r + 1 by w doublings that all the odd
/// digits share; a row for each digit would save those few doublings at twice the memory.
/// Measured: w = 5 takes 49 KB a table and 102 additions a verification. w = 4 takes 30 KB and is 16% slower, w = 6
/// takes 83 KB and is 10% faster.
/// </remarks>
internal sealed class FixedPointTable
{
    private const int WindowBits = 5;
    private const int RowLength = 1 << (WindowBits - 1);
    private const int DigitCount = (Scalar.BitLength + WindowBits - 1) / WindowBits;
    private const int RowCount = (DigitCount + 1) / 2;

    private readonly AffinePoint[] _multiples;

    public FixedPointTable(in EdwardsPoint point)
    {
        var rowStarts = new EdwardsPoint[RowCount];
        rowStarts[0] = point;
        for (var row = 1; row < RowCount; row++)
        {
            rowStarts[row] = Double(rowStarts[row - 1], 2 * WindowBits);
        }

        var steps = AffinePoint.FromPoints(rowStarts);
        var multiples = new EdwardsPoint[RowCount * RowLength];
        for (var row = 0; row < RowCount; row++)
        {
            var multiple = rowStarts[row];
            foreach (ref var entry in multiples.AsSpan(row * RowLength, RowLength))
            {
                entry = multiple;
                multiple += steps[row];
            }
        }

        _multiples = AffinePoint.FromPoints(multiples);
    }

    /// <summary>The multiples of the base point B, computed when a signature is first verified.</summary>
    public static FixedPointTable BasePoint { get; } = new(EdwardsPoint.BasePoint);

    /// <summary>m P + n Q, where P and Q are the points of the two tables.</summary>
    public static EdwardsPoint MultiplyAndAdd(in Scalar m, FixedPointTable p, in Scalar n, FixedPointTable q)
    {
        Span<sbyte> mDigits = stackalloc sbyte[DigitCount];
        Span<sbyte> nDigits = stackalloc sbyte[DigitCount];
        m.WriteSignedDigits(mDigits, WindowBits);
        n.WriteSignedDigits(nDigits, WindowBits);

        var sum = EdwardsPoint.Identity;
        p.AddEverySecond(mDigits[1..], ref sum);
        q.AddEverySecond(nDigits[1..], ref sum);
        sum = Double(sum, WindowBits);
        p.AddEverySecond(mDigits, ref sum);
        q.AddEverySecond(nDigits, ref sum);
        return sum;
    }

    private void AddEverySecond(ReadOnlySpan<sbyte> digits, ref EdwardsPoint sum)
    {
        ReadOnlySpan<AffinePoint> row = _multiples;
        for (var i = 0; i < digits.Length; i += 2)
        {
            var digit = digits[i];
            if (digit > 0)
            {
                sum += row[digit - 1];
            }
            else if (digit < 0)
            {
                sum -= row[-digit - 1];
            }

            row = row[RowLength..];
        }
    }

    private static EdwardsPoint Double(EdwardsPoint point, int times)
    {
        for (var i = 0; i < times; i++)
        {
            point = point.Double();
        }

        return point;
    }
}
