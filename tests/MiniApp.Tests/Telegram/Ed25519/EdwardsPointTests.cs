using System.Numerics;
using static TelegramMiniApp.Tests.Ed25519.ReferenceEd25519;

namespace TelegramMiniApp.Tests.Ed25519;

public sealed class EdwardsPointTests
{
    /// <summary>Multiples of B, points of small order, and sums of both, among them equal and opposite ones.</summary>
    private static readonly Point[] Points =
    [
        .. SmallOrderPoints,
        B, -B, 2 * B, 3 * B, (L - 1) * B, Signer.RandomScalar(new Random(21)) * B,
        B + SmallOrderPoints[1], -B + SmallOrderPoints[4], 5 * B + SmallOrderPoints[2],
    ];

    [Fact]
    public void Base_point_is_the_one_of_RFC_8032() => Assert.Equal(
        "5866666666666666666666666666666666666666666666666666666666666666",
        Convert.ToHexStringLower(Encode(EdwardsPoint.BasePoint)));

    [Fact]
    public void Encodings_are_read_and_written_back() =>
        Assert.All(Points, point => Assert.Equal(point.Encode(), Encode(Read(point))));

    [Fact]
    public void Numbers_that_are_no_y_are_refused()
    {
        for (BigInteger y = 0; y < 200; y++)
        {
            Assert.Equal(FromY(y, isOdd: true) is not null, EdwardsPoint.TryRead(ToBytes(y + BigInteger.Pow(2, 255)), out _));
            Assert.Equal(FromY(y, isOdd: false) is not null, EdwardsPoint.TryRead(ToBytes(y), out _));
        }
    }

    [Fact]
    public void Sums_and_differences_are_complete()
    {
        foreach (var p in Points)
        {
            AssertEqual(p + p, Read(p).Double());
            AssertEqual(-p, -Read(p));
            foreach (var q in Points)
            {
                var affine = AffinePoint.FromPoints([Read(q)])[0];
                AssertEqual(p + q, Read(p) + affine);
                AssertEqual(p + -q, Read(p) - affine);

                // Once more with Z other than 1.
                AssertEqual(p + p + q, Read(p).Double() + affine);
                AssertEqual(p + p + -q, Read(p).Double() - affine);
            }
        }
    }

    [Fact]
    public void Small_order_is_told_from_large() =>
        Assert.All(Points, point => Assert.Equal(point.HasSmallOrder, Read(point).HasSmallOrder));

    [Fact]
    public void Tables_multiply_and_add()
    {
        var random = new Random(22);
        BigInteger[] scalars =
        [
            0, 1, 2, 15, 16, 31, 32, BigInteger.Pow(2, 252), L - 1,
            .. Enumerable.Range(0, 4).Select(_ => Signer.RandomScalar(random)),
        ];
        foreach (var q in (Point[])[B, 7 * B, B + SmallOrderPoints[1]])
        {
            var table = new FixedPointTable(Read(q));
            foreach (var m in scalars)
            {
                foreach (var n in scalars)
                {
                    AssertEqual(
                        m * B + n * q,
                        FixedPointTable.MultiplyAndAdd(Read(m), FixedPointTable.BasePoint, Read(n), table));
                }
            }
        }
    }

    private static EdwardsPoint Read(Point point) =>
        EdwardsPoint.TryRead(point.Encode(), out var read) ? read : throw new ArgumentException("Not a point.", nameof(point));

    private static Scalar Read(BigInteger scalar) =>
        Scalar.TryRead(ToBytes(scalar), out var read) ? read : throw new ArgumentException("Not a scalar.", nameof(scalar));

    private static byte[] Encode(in EdwardsPoint point)
    {
        var encoded = new byte[EdwardsPoint.EncodedLength];
        point.Write(encoded);
        return encoded;
    }

    private static void AssertEqual(Point expected, in EdwardsPoint actual) =>
        Assert.Equal(expected.Encode(), Encode(actual));
}
