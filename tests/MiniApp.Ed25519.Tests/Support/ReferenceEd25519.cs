using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace MiniApp.Ed25519.Tests;

/// <summary>
/// Ed25519 once more, written for the reader alone: big integers, textbook formulas, no tables. It decides by the
/// same rules as the verifier under test, and shares no code with it.
/// </summary>
internal static class ReferenceEd25519
{
    public static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    public static readonly BigInteger L = BigInteger.Pow(2, 252)
        + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);

    public static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    public static readonly Point Identity = new(0, 1, 1);
    public static readonly Point B = FromY(Mod(4 * Inverse(5)), isOdd: false)!.Value;

    /// <summary>The eight points of small order: the multiples of one of order 8.</summary>
    public static readonly Point[] SmallOrderPoints = FindSmallOrderPoints();

    /// <summary>x = X/Z, y = Y/Z.</summary>
    public readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z)
    {
        // x = (x1 y2 + x2 y1) / (1 + d x1 x2 y1 y2), y = (y1 y2 + x1 x2) / (1 - d x1 x2 y1 y2), over a common Z.
        public static Point operator +(Point a, Point b)
        {
            BigInteger z = Mod(a.Z * b.Z), xx = Mod(a.X * b.X), yy = Mod(a.Y * b.Y);
            BigInteger zz = Mod(z * z), dxxyy = Mod(D * xx * yy);
            BigInteger plus = zz + dxxyy, minus = zz - dxxyy;
            return new Point(
                Mod(z * minus * (a.X * b.Y + b.X * a.Y)),
                Mod(z * plus * (yy + xx)),
                Mod(plus * minus));
        }

        public static Point operator -(Point a) => a with { X = Mod(-a.X) };

        public static Point operator *(BigInteger scalar, Point point)
        {
            var product = Identity;
            for (; scalar > 0; scalar >>= 1, point += point)
            {
                if (!scalar.IsEven)
                {
                    product += point;
                }
            }

            return product;
        }

        public byte[] Encode()
        {
            BigInteger x = Mod(X * Inverse(Z)), y = Mod(Y * Inverse(Z));
            return ToBytes(y + (x.IsEven ? 0 : BigInteger.Pow(2, 255)));
        }

        public bool HasSmallOrder => (8 * this).IsIdentity;

        public bool HasSmallOrderComponent => !(L * this).IsIdentity;

        public bool IsIdentity => Encode().AsSpan().SequenceEqual(Identity.Encode());
    }

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != 32 || signature.Length != 64)
        {
            return false;
        }

        var s = ToNumber(signature[32..]);
        if (s >= L || Decode(publicKey) is not { } a || Decode(signature[..32]) is not { } r)
        {
            return false;
        }

        if (a.HasSmallOrder || a.HasSmallOrderComponent || r.HasSmallOrder)
        {
            return false;
        }

        var h = Hash(signature[..32], publicKey, message);
        return (s * B).Encode().AsSpan().SequenceEqual((r + h * a).Encode());
    }

    public static BigInteger Hash(ReadOnlySpan<byte> r, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message) =>
        ToNumber(SHA512.HashData([.. r, .. publicKey, .. message])) % L;

    public static Point? Decode(ReadOnlySpan<byte> encoded)
    {
        var number = ToNumber(encoded);
        var y = number % BigInteger.Pow(2, 255);
        return y < P ? FromY(y, isOdd: number != y) : null;
    }

    public static Point? FromY(BigInteger y, bool isOdd)
    {
        var xSquared = Mod((y * y - 1) * Inverse(D * y * y + 1));
        BigInteger x = BigInteger.ModPow(xSquared, (P + 3) / 8, P);
        if (Mod(x * x) != xSquared)
        {
            x = Mod(x * BigInteger.ModPow(2, (P - 1) / 4, P));
        }

        if (Mod(x * x) != xSquared || (x.IsZero && isOdd))
        {
            return null;
        }

        return new Point(x.IsEven == isOdd ? Mod(-x) : x, y, 1);
    }

    public static BigInteger ToNumber(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true);

    public static byte[] ToBytes(BigInteger number)
    {
        var bytes = new byte[32];
        return number.TryWriteBytes(bytes, out _, isUnsigned: true) ? bytes : throw new OverflowException();
    }

    public static BigInteger Mod(BigInteger a) => (a % P + P) % P;

    public static BigInteger Inverse(BigInteger a) => BigInteger.ModPow(Mod(a), P - 2, P);

    private static Point[] FindSmallOrderPoints()
    {
        for (BigInteger y = 2; ; y++)
        {
            // L takes any point to its component of small order, and 4 tells order 8 from the lower ones.
            if (FromY(y, isOdd: false) is { } point
                && L * point is var t
                && !(4 * t).IsIdentity)
            {
                return [.. Enumerable.Range(0, 8).Select(k => k * t)];
            }
        }
    }
}
