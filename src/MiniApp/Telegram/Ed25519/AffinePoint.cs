using System.Runtime.InteropServices;

namespace TelegramMiniApp;

/// <summary>
/// A point (x, y) kept as the three values an addition wants of it. Together with Z = 1 they bring the addition of
/// Hisil et al. (2008) section 3.1 down to seven multiplications.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AffinePoint
{
    private static readonly FieldElement TwoD = EdwardsPoint.D + EdwardsPoint.D;

    public readonly FieldElement YPlusX;
    public readonly FieldElement YMinusX;
    public readonly FieldElement XY2D;

    private AffinePoint(in FieldElement x, in FieldElement y)
    {
        YPlusX = y + x;
        YMinusX = y - x;
        XY2D = x * y * TwoD;
    }

    /// <summary>Divides many points by their Z at the price of one inversion (Montgomery's trick).</summary>
    public static AffinePoint[] FromPoints(ReadOnlySpan<EdwardsPoint> points)
    {
        var productsBefore = new FieldElement[points.Length];
        var product = FieldElement.One;
        for (var i = 0; i < points.Length; i++)
        {
            productsBefore[i] = product;
            product *= points[i].Z;
        }

        var affine = new AffinePoint[points.Length];
        var inverse = product.Invert();
        for (var i = points.Length - 1; i >= 0; i--)
        {
            var zInverse = inverse * productsBefore[i];
            affine[i] = new AffinePoint(points[i].X * zInverse, points[i].Y * zInverse);
            inverse *= points[i].Z;
        }

        return affine;
    }
}
