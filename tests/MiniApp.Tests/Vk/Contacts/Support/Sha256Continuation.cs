using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace VkMiniApp.Tests;

/// <summary>
/// What anybody can do with a plain SHA-256: carry a hash on behind the end of a text that isn't known but for its length.
/// </summary>
internal static class Sha256Continuation
{
    private static readonly uint[] Constants = [.. FirstPrimes(64).Select(prime => Fraction(prime, 3))];

    /// <summary>What the algorithm puts behind a text of that many bytes.</summary>
    public static byte[] Padding(int length)
    {
        var padding = new byte[64 - (length + 8) % 64 + 8];
        padding[0] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padding.AsSpan(padding.Length - 8), (ulong)length * 8);
        return padding;
    }

    /// <summary>The hash of a text, its padding and what is added, from the text's hash and length alone.</summary>
    public static byte[] Continue(byte[] hash, int length, byte[] added)
    {
        Assert.Equal(SHA256.HashSizeInBytes, hash.Length);

        var before = length + Padding(length).Length;
        byte[] rest = [.. added, .. Padding(before + added.Length)];
        var state = Enumerable.Range(0, 8).Select(i => BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(i * 4))).ToArray();

        for (var block = 0; block < rest.Length; block += 64)
        {
            Compress(state, rest.AsSpan(block, 64));
        }

        var continued = new byte[hash.Length];
        for (var i = 0; i < 8; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(continued.AsSpan(i * 4), state[i]);
        }

        return continued;
    }

    private static void Compress(uint[] state, ReadOnlySpan<byte> block)
    {
        var w = new uint[64];
        for (var i = 0; i < 64; i++)
        {
            w[i] = i < 16
                ? BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..])
                : w[i - 16] + w[i - 7]
                    + (Turn(w[i - 15], 7) ^ Turn(w[i - 15], 18) ^ w[i - 15] >> 3)
                    + (Turn(w[i - 2], 17) ^ Turn(w[i - 2], 19) ^ w[i - 2] >> 10);
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var i = 0; i < 64; i++)
        {
            var first = h + (Turn(e, 6) ^ Turn(e, 11) ^ Turn(e, 25)) + (e & f ^ ~e & g) + Constants[i] + w[i];
            var second = (Turn(a, 2) ^ Turn(a, 13) ^ Turn(a, 22)) + (a & b ^ a & c ^ b & c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        uint[] sums = [a, b, c, d, e, f, g, h];
        for (var i = 0; i < 8; i++)
        {
            state[i] += sums[i];
        }
    }

    private static uint Turn(uint value, int bits) => BitOperations.RotateRight(value, bits);

    /// <summary>The first 32 bits behind the point of a number's root.</summary>
    private static uint Fraction(int number, int root)
    {
        // The root of number * 2^(32 * root), as a whole number, by halving.
        var target = (BigInteger)number << 32 * root;
        var (low, high) = (BigInteger.Zero, target);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = BigInteger.Pow(middle, root) <= target ? (middle, high) : (low, middle);
        }

        return (uint)(low & uint.MaxValue);
    }

    private static IEnumerable<int> FirstPrimes(int count) => Enumerable.Range(2, 1000)
        .Where(number => Enumerable.Range(2, number - 2).All(divisor => number % divisor != 0))
        .Take(count);
}
