using System.Numerics;
using System.Runtime.InteropServices;
using static TelegramMiniApp.Tests.Ed25519.ReferenceEd25519;

namespace TelegramMiniApp.Tests.Ed25519;

public sealed class FieldElementTests
{
    private const ulong LargestLimb = (1UL << 51) + (1UL << 14) - 1;

    private static readonly ulong[] EdgeLimbs = [0, 18, 19, (1UL << 51) - 19, (1UL << 51) - 1, 1UL << 51, LargestLimb];

    [Fact]
    public void Operations_agree_with_big_integers()
    {
        FieldElement[] right = [.. Some(60, new Random(1))];
        foreach (var a in Some(600, new Random(2)))
        {
            var x = ValueOf(a);
            AssertEqual(Mod(-x), -a);
            AssertEqual(Mod(x * x), a.Square());
            Assert.Equal(Mod(x).IsZero, a.IsZero);
            Assert.Equal(!Mod(x).IsEven, a.IsOdd);
            foreach (var b in right)
            {
                var y = ValueOf(b);
                AssertEqual(Mod(x + y), a + b);
                AssertEqual(Mod(x - y), a - b);
                AssertEqual(Mod(x * y), a * b);
            }
        }
    }

    [Fact]
    public void Powers_agree_with_big_integers()
    {
        foreach (var a in Some(40, new Random(3)))
        {
            var x = ValueOf(a);
            AssertEqual(BigInteger.ModPow(x, P - 2, P), a.Invert());
            AssertEqual(BigInteger.ModPow(x, (P - 5) / 8, P), a.PowerP58());
            AssertEqual(BigInteger.ModPow(x, 1 << 7, P), a.Square(7));
        }
    }

    [Fact]
    public void Every_combination_of_edge_limbs_is_brought_to_canonical_form()
    {
        var count = EdgeLimbs.Length;
        for (var i = 0; i < Math.Pow(count, 5); i++)
        {
            var a = FromLimbs([.. Enumerable.Range(0, 5).Select(k => EdgeLimbs[i / (int)Math.Pow(count, k) % count])]);
            AssertEqual(Mod(ValueOf(a)), a);
            AssertEqual(Mod(ValueOf(a) * ValueOf(a)), a.Square());
        }
    }

    [Fact]
    public void Numbers_below_p_are_read_and_written_back()
    {
        var random = new Random(4);
        BigInteger[] numbers =
        [
            0, 1, 2, 18, 19, 20, P - 2, P - 1, P / 2,
            .. Enumerable.Range(0, 100).Select(_ => RandomNumber(random) % P),
        ];
        foreach (var number in numbers)
        {
            Assert.True(FieldElement.TryRead(ToBytes(number), out var value));
            AssertEqual(number, value);

            Assert.True(FieldElement.TryRead(ToBytes(number + BigInteger.Pow(2, 255)), out value), "The top bit is not part of it.");
            AssertEqual(number, value);
        }
    }

    [Fact]
    public void Numbers_from_p_on_are_refused()
    {
        for (var number = P; number < BigInteger.Pow(2, 255); number++)
        {
            Assert.False(FieldElement.TryRead(ToBytes(number), out _));
        }
    }

    /// <summary>Numbers at the edges, limbs at the edges of their invariant, and random ones.</summary>
    private static IEnumerable<FieldElement> Some(int count, Random random)
    {
        foreach (var number in (BigInteger[])[0, 1, P - 1, P, P + 1, BigInteger.Pow(2, 255) - 1])
        {
            yield return FromLimbs([.. Enumerable.Range(0, 5).Select(i => (ulong)((number >> (51 * i)) & ((1UL << 51) - 1)))]);
        }

        yield return FromLimbs([LargestLimb, LargestLimb, LargestLimb, LargestLimb, LargestLimb]);
        for (var i = 0; i < count; i++)
        {
            yield return FromLimbs([.. Enumerable.Range(0, 5).Select(_ => random.Next(3) == 0
                ? EdgeLimbs[random.Next(EdgeLimbs.Length)]
                : (ulong)random.NextInt64(1L << 51))]);
        }
    }

    // The limbs are private, and no sum of operations is sure to reach their bounds: hence the look under the hood.
    private static FieldElement FromLimbs(ulong[] limbs) => MemoryMarshal.Cast<ulong, FieldElement>(limbs)[0];

    private static ReadOnlySpan<ulong> LimbsOf(in FieldElement a) =>
        MemoryMarshal.Cast<FieldElement, ulong>(new ReadOnlySpan<FieldElement>(in a));

    private static BigInteger ValueOf(FieldElement a)
    {
        BigInteger value = 0;
        for (var i = 4; i >= 0; i--)
        {
            value = (value << 51) + LimbsOf(a)[i];
        }

        return value;
    }

    private static void AssertEqual(BigInteger expected, FieldElement actual)
    {
        foreach (var limb in LimbsOf(actual))
        {
            Assert.InRange(limb, 0UL, LargestLimb);
        }

        var encoded = new byte[FieldElement.EncodedLength];
        actual.Write(encoded);
        Assert.Equal(expected, ToNumber(encoded));
    }

    private static BigInteger RandomNumber(Random random)
    {
        var bytes = new byte[40];
        random.NextBytes(bytes);
        return ToNumber(bytes);
    }
}
