using System.Runtime.InteropServices;

namespace TelegramMiniApp;

/// <summary>
/// A point of the curve -x^2 + y^2 = 1 + d x^2 y^2 in extended coordinates: x = X/Z, y = Y/Z, x y = T/Z.
/// </summary>
/// <remarks>
/// The formulas are those of Hisil, Wong, Carter, Dawson, "Twisted Edwards Curves Revisited" (2008) for a = -1, as in
/// RFC 8032 section 5.1.4. They are complete: they hold for any two points, equal, opposite or of small order.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct EdwardsPoint
{
    public const int EncodedLength = FieldElement.EncodedLength;

    private const byte SignBit = 0x80;

    /// <summary>The curve constant d = -121665/121666.</summary>
    public static readonly FieldElement D =
        -(FieldElement.FromUInt32(121665) * FieldElement.FromUInt32(121666).Invert());

    /// <summary>A square root of -1: 2^((p-1)/4), since 2 is not a square. The exponent is 2 (p-5)/8 + 1.</summary>
    private static readonly FieldElement SqrtMinusOne =
        FieldElement.FromUInt32(2).PowerP58().Square() * FieldElement.FromUInt32(2);

    public readonly FieldElement X;
    public readonly FieldElement Y;
    public readonly FieldElement Z;
    public readonly FieldElement T;

    private EdwardsPoint(in FieldElement x, in FieldElement y, in FieldElement z, in FieldElement t)
    {
        X = x;
        Y = y;
        Z = z;
        T = t;
    }

    public static EdwardsPoint Identity => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>The generator B, which RFC 8032 section 5.1 defines by y = 4/5 and an even x.</summary>
    public static EdwardsPoint BasePoint
    {
        get
        {
            _ = TryRecoverX(FieldElement.FromUInt32(4) * FieldElement.FromUInt32(5).Invert(), isOdd: false, out var b);
            return b;
        }
    }

    /// <summary>Decodes a point by RFC 8032 section 5.1.3. False unless the bytes are the canonical encoding of one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out EdwardsPoint point)
    {
        point = default;
        var isOdd = (source[EncodedLength - 1] & SignBit) != 0;
        return FieldElement.TryRead(source, out var y) && TryRecoverX(y, isOdd, out point);
    }

    private static bool TryRecoverX(in FieldElement y, bool isOdd, out EdwardsPoint point)
    {
        point = default;

        // By the curve equation x^2 = u/v. If that is a square at all, the candidate x = u v^3 (u v^7)^((p-5)/8)
        // satisfies v x^2 = u, or v x^2 = -u and wants a factor of sqrt(-1).
        var ySquared = y.Square();
        var u = ySquared - FieldElement.One;
        var v = D * ySquared + FieldElement.One;
        var uv3 = u * v * v.Square();
        var x = uv3 * (uv3 * v.Square().Square()).PowerP58();

        var vxSquared = v * x.Square();
        if (!(vxSquared - u).IsZero)
        {
            if (!(vxSquared + u).IsZero)
            {
                return false;
            }

            x *= SqrtMinusOne;
        }

        if (x.IsOdd != isOdd)
        {
            // There is no odd zero: x = 0 with the sign bit set is a second encoding of (0, 1) or (0, -1).
            if (x.IsZero)
            {
                return false;
            }

            x = -x;
        }

        point = new EdwardsPoint(x, y, FieldElement.One, x * y);
        return true;
    }

    /// <summary>Encodes the point by RFC 8032 section 5.1.2: y, with the sign of x in the top bit.</summary>
    public void Write(Span<byte> destination)
    {
        var zInverse = Z.Invert();
        (Y * zInverse).Write(destination);
        if ((X * zInverse).IsOdd)
        {
            destination[EncodedLength - 1] |= SignBit;
        }
    }

    /// <summary>Whether the point is one of the eight whose order divides the cofactor 8.</summary>
    /// <remarks>They are the points whose double has order 1 or 2 (the points with x = 0) or 4 (those with y = 0).</remarks>
    public bool HasSmallOrder
    {
        get
        {
            var twice = Double();
            return twice.X.IsZero || twice.Y.IsZero;
        }
    }

    public static EdwardsPoint operator -(in EdwardsPoint p) => new(-p.X, p.Y, p.Z, -p.T);

    public static EdwardsPoint operator +(in EdwardsPoint p, in AffinePoint q)
    {
        var a = (p.Y - p.X) * q.YMinusX;
        var b = (p.Y + p.X) * q.YPlusX;
        var c = p.T * q.XY2D;
        var d = p.Z + p.Z;
        return FromQuotients(b - a, d - c, d + c, b + a);
    }

    /// <remarks>The addition of -q = (-x, y), for which y + x and y - x change places and 2dxy its sign.</remarks>
    public static EdwardsPoint operator -(in EdwardsPoint p, in AffinePoint q)
    {
        var a = (p.Y - p.X) * q.YPlusX;
        var b = (p.Y + p.X) * q.YMinusX;
        var c = p.T * q.XY2D;
        var d = p.Z + p.Z;
        return FromQuotients(b - a, d + c, d - c, b + a);
    }

    public EdwardsPoint Double()
    {
        var a = X.Square();
        var b = Y.Square();
        var zSquared = Z.Square();
        var h = a + b;
        var e = h - (X + Y).Square();
        var g = a - b;
        var f = zSquared + zSquared + g;
        return FromQuotients(e, f, g, h);
    }

    /// <summary>The point x = E/G, y = H/F, in which the paper's addition and doubling alike end.</summary>
    private static EdwardsPoint FromQuotients(in FieldElement e, in FieldElement f, in FieldElement g, in FieldElement h) =>
        new(e * f, g * h, f * g, e * h);
}
