using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TelegramMiniApp;

/// <summary>An integer in [0, L), where L = 2^252 + c is the prime order of the base point (RFC 8032 section 5.1).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Scalar
{
    public const int EncodedLength = 32;

    /// <summary>Room for any scalar, 253 bits as L exceeds 2^252, and for the sign of its leading digit.</summary>
    public const int BitLength = 254;

    private const ulong C0 = 0x5812631a5cf5d3ed;
    private const ulong C1 = 0x14def9dea2f79cd6;

    private readonly UInt128 _upper;
    private readonly UInt128 _lower;

    private Scalar(UInt128 upper, UInt128 lower)
    {
        _upper = upper;
        _lower = lower;
    }

    private static UInt128 UpperL => UInt128.One << 124;

    private static UInt128 LowerL => new(C1, C0);

    /// <summary>
    /// Reads 32 little-endian bytes. False for a number of L or more: a scalar has one encoding only, or else anyone
    /// could turn a valid signature into another by adding L to its S (RFC 8032 section 8.4).
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out Scalar value)
    {
        var lower = BinaryPrimitives.ReadUInt128LittleEndian(source);
        var upper = BinaryPrimitives.ReadUInt128LittleEndian(source[16..]);
        value = new Scalar(upper, lower);
        return upper < UpperL || (upper == UpperL && lower < LowerL);
    }

    /// <summary>Reduces a little-endian number, such as a SHA-512 hash, modulo L. Its length is a multiple of 4.</summary>
    /// <remarks>
    /// The reduction is complete, and has to be: if A has a component of small order, h A and (h + L) A differ, and
    /// the verdict with them.
    /// </remarks>
    public static Scalar Reduce(ReadOnlySpan<byte> source)
    {
        Scalar remainder = default;
        for (var i = source.Length - sizeof(uint); i >= 0; i -= sizeof(uint))
        {
            remainder = remainder.ShiftIn(BinaryPrimitives.ReadUInt32LittleEndian(source[i..]));
        }

        return remainder;
    }

    /// <summary>(2^32 * this + digit) mod L.</summary>
    /// <remarks>
    /// Split at bit 252, the number is 2^252 q + r with q &lt; 2^33. As 2^252 = -c (mod L), it is congruent to r - q c.
    /// Since q c is below 2^158, that lies in (-L, L): adding L once at most completes the reduction.
    /// </remarks>
    private Scalar ShiftIn(uint digit)
    {
        var q = (ulong)(_upper >> (124 - 32));
        var upper = ((_upper << 32) | (_lower >> (128 - 32))) & (UpperL - 1);
        var lower = (_lower << 32) | digit;

        var product0 = Math.BigMul(q, C0);
        var product1 = Math.BigMul(q, C1) + (product0 >> 64);
        UInt128 lowerQC = new((ulong)product1, (ulong)product0);
        var upperQC = product1 >> 64;

        var borrow = lower < lowerQC ? 1u : 0u;
        lower -= lowerQC;
        upper -= upperQC + borrow;

        var isNegative = UInt128.LeadingZeroCount(upper) == 0;
        if (isNegative)
        {
            lower += LowerL;
            var carry = lower < LowerL ? 1u : 0u;
            upper += UpperL + carry;
        }

        return new Scalar(upper, lower);
    }

    /// <summary>
    /// Rewrites the scalar in radix 2^bits with signed digits, least significant first, each in
    /// [-2^(bits-1), 2^(bits-1)). Signs halve the tables of multiples, as the negative of a point costs nothing.
    /// </summary>
    public void WriteSignedDigits(Span<sbyte> digits, int bits)
    {
        UInt128 upper = _upper, lower = _lower;
        var radix = 1 << bits;
        var carry = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (int)((uint)lower & (radix - 1)) + carry;
            carry = digit >= radix / 2 ? 1 : 0;
            digits[i] = (sbyte)(digit - carry * radix);

            lower = (lower >> bits) | (upper << (128 - bits));
            upper >>= bits;
        }
    }
}
