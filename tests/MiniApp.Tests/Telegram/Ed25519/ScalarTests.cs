using System.Numerics;
using static TelegramMiniApp.Tests.Ed25519.ReferenceEd25519;

namespace TelegramMiniApp.Tests.Ed25519;

public sealed class ScalarTests
{
    private static readonly BigInteger LargestHash = BigInteger.Pow(2, 512) - 1;

    [Fact]
    public void Numbers_below_L_are_read()
    {
        foreach (var number in (BigInteger[])[0, 1, L >> 128 << 128, BigInteger.Pow(2, 252) - 1, BigInteger.Pow(2, 252), L - 1])
        {
            Assert.True(Scalar.TryRead(ToBytes(number), out var value));
            Assert.Equal(number, ValueOf(value, bits: 5));
        }
    }

    [Fact]
    public void Numbers_from_L_on_are_refused()
    {
        BigInteger[] numbers =
        [
            L, L + 1, L + BigInteger.Pow(2, 64), L + BigInteger.Pow(2, 128), 2 * L, BigInteger.Pow(2, 253), BigInteger.Pow(2, 256) - 1,
        ];
        Assert.All(numbers, number => Assert.False(Scalar.TryRead(ToBytes(number), out _)));
    }

    [Fact]
    public void Random_hashes_are_reduced_modulo_L()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            AssertReduced(RandomHash(random));
        }
    }

    [Fact]
    public void Hashes_around_multiples_of_L_and_powers_of_two_are_reduced_modulo_L()
    {
        // A random hash hardly ever meets the step below zero; these numbers do.
        var random = new Random(6);
        for (var i = 0; i < 2000; i++)
        {
            var factor = RandomHash(random) >> random.Next(252, 512);
            foreach (var center in (BigInteger[])[factor * L, factor << 252, (factor * L) >> 32 << 32, BigInteger.Pow(2, i % 512)])
            {
                for (var offset = -2; offset <= 2; offset++)
                {
                    AssertReduced(BigInteger.Clamp(center + offset, 0, LargestHash));
                }
            }
        }

        AssertReduced(LargestHash);
    }

    [Fact]
    public void Signed_digits_are_small_and_add_up_to_the_scalar()
    {
        var random = new Random(7);
        BigInteger[] numbers =
        [
            0, 1, 15, 16, 17, 31, 32, BigInteger.Pow(2, 252) - 1, BigInteger.Pow(2, 252), L - 1,
            .. Enumerable.Range(0, 200).Select(_ => RandomHash(random) % L),
        ];
        foreach (var number in numbers)
        {
            Assert.True(Scalar.TryRead(ToBytes(number), out var value));
            foreach (var bits in (int[])[4, 5, 6, 8])
            {
                Assert.Equal(number, ValueOf(value, bits));
            }
        }
    }

    private static void AssertReduced(BigInteger hash)
    {
        var bytes = new byte[64];
        Assert.True(hash.TryWriteBytes(bytes, out _, isUnsigned: true));
        Assert.Equal(hash % L, ValueOf(Scalar.Reduce(bytes), bits: 5));
    }

    private static BigInteger ValueOf(Scalar scalar, int bits)
    {
        var digits = new sbyte[(Scalar.BitLength + bits - 1) / bits];
        scalar.WriteSignedDigits(digits, bits);
        BigInteger value = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            Assert.InRange(digits[i], -(1 << (bits - 1)), (1 << (bits - 1)) - 1);
            value = (value << bits) + digits[i];
        }

        return value;
    }

    private static BigInteger RandomHash(Random random)
    {
        var bytes = new byte[64];
        random.NextBytes(bytes);
        return ToNumber(bytes);
    }
}
