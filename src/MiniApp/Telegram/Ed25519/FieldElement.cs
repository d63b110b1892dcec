using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TelegramMiniApp;

/// <summary>
/// An integer modulo p = 2^255 - 19, held as five limbs in radix 2^51: l0 + 2^51 l1 + 2^102 l2 + 2^153 l3 + 2^204 l4.
/// </summary>
/// <remarks>
/// Invariant: every limb is below 2^51 + 2^14, so a value may exceed p slightly. Each operation takes such limbs and
/// ends in <see cref="Carry"/>, which restores the invariant, so operations compose in any order and to any depth.
/// Running time depends on the values; use it on public data only.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct FieldElement
{
    public const int EncodedLength = 32;

    private const int LimbBits = 51;
    private const ulong LimbMask = (1UL << LimbBits) - 1;

    private readonly ulong _l0, _l1, _l2, _l3, _l4;

    private FieldElement(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4)
    {
        _l0 = l0;
        _l1 = l1;
        _l2 = l2;
        _l3 = l3;
        _l4 = l4;
    }

    public static FieldElement Zero => default;

    public static FieldElement One => new(1, 0, 0, 0, 0);

    public static FieldElement FromUInt32(uint value) => new(value, 0, 0, 0, 0);

    public static FieldElement operator +(in FieldElement a, in FieldElement b) =>
        Carry(a._l0 + b._l0, a._l1 + b._l1, a._l2 + b._l2, a._l3 + b._l3, a._l4 + b._l4);

    public static FieldElement operator -(in FieldElement a, in FieldElement b)
    {
        // 2p, limb by limb: a multiple of p that exceeds every limb of b, so that no difference goes below zero.
        const ulong TwoP0 = 2 * (LimbMask - 18);
        const ulong TwoP1 = 2 * LimbMask;

        return Carry(
            a._l0 + TwoP0 - b._l0,
            a._l1 + TwoP1 - b._l1,
            a._l2 + TwoP1 - b._l2,
            a._l3 + TwoP1 - b._l3,
            a._l4 + TwoP1 - b._l4);
    }

    public static FieldElement operator -(in FieldElement a) => Zero - a;

    /// <remarks>
    /// Schoolbook multiplication, where 2^255 = 19 (mod p) folds the upper columns onto the lower ones. The 13 bits
    /// of shift given to the factors make the processor's own 64-bit halves of a product fall apart at bit 51:
    /// <see cref="High"/> belongs to the next column, <see cref="Low"/> to this one. Both are small enough for plain
    /// 64-bit sums (below 2^60), which measured three times as fast as columns of <see cref="UInt128"/>.
    /// </remarks>
    public static FieldElement operator *(in FieldElement a, in FieldElement b)
    {
        ulong a0 = a._l0 << 7, a1 = a._l1 << 7, a2 = a._l2 << 7, a3 = a._l3 << 7, a4 = a._l4 << 7;
        ulong b0 = b._l0 << 6, b1 = b._l1 << 6, b2 = b._l2 << 6, b3 = b._l3 << 6, b4 = b._l4 << 6;
        ulong b1x19 = 19 * b1, b2x19 = 19 * b2, b3x19 = 19 * b3, b4x19 = 19 * b4;

        var high0 = High(a0, b0) + High(a1, b4x19) + High(a2, b3x19) + High(a3, b2x19) + High(a4, b1x19);
        var high1 = High(a0, b1) + High(a1, b0) + High(a2, b4x19) + High(a3, b3x19) + High(a4, b2x19);
        var high2 = High(a0, b2) + High(a1, b1) + High(a2, b0) + High(a3, b4x19) + High(a4, b3x19);
        var high3 = High(a0, b3) + High(a1, b2) + High(a2, b1) + High(a3, b0) + High(a4, b4x19);
        var high4 = High(a0, b4) + High(a1, b3) + High(a2, b2) + High(a3, b1) + High(a4, b0);

        return Carry(
            19 * high4 + Low(a0, b0) + Low(a1, b4x19) + Low(a2, b3x19) + Low(a3, b2x19) + Low(a4, b1x19),
            high0 + Low(a0, b1) + Low(a1, b0) + Low(a2, b4x19) + Low(a3, b3x19) + Low(a4, b2x19),
            high1 + Low(a0, b2) + Low(a1, b1) + Low(a2, b0) + Low(a3, b4x19) + Low(a4, b3x19),
            high2 + Low(a0, b3) + Low(a1, b2) + Low(a2, b1) + Low(a3, b0) + Low(a4, b4x19),
            high3 + Low(a0, b4) + Low(a1, b3) + Low(a2, b2) + Low(a3, b1) + Low(a4, b0));
    }

    /// <remarks>As the product a * a, with its equal cross terms computed once and doubled: 15 products for 25.</remarks>
    public FieldElement Square()
    {
        ulong a0 = _l0 << 7, a1 = _l1 << 7, a2 = _l2 << 7, a3 = _l3 << 7, a4 = _l4 << 7;
        ulong b0 = _l0 << 6, b1 = _l1 << 6, b2 = _l2 << 6;
        ulong b3x19 = 19 * (_l3 << 6), b4x19 = 19 * (_l4 << 6);

        var high0 = High(a0, b0) + 2 * (High(a1, b4x19) + High(a2, b3x19));
        var high1 = High(a3, b3x19) + 2 * (High(a0, b1) + High(a2, b4x19));
        var high2 = High(a1, b1) + 2 * (High(a2, b0) + High(a3, b4x19));
        var high3 = High(a4, b4x19) + 2 * (High(a3, b0) + High(a2, b1));
        var high4 = High(a2, b2) + 2 * (High(a4, b0) + High(a3, b1));

        return Carry(
            19 * high4 + Low(a0, b0) + 2 * (Low(a1, b4x19) + Low(a2, b3x19)),
            high0 + Low(a3, b3x19) + 2 * (Low(a0, b1) + Low(a2, b4x19)),
            high1 + Low(a1, b1) + 2 * (Low(a2, b0) + Low(a3, b4x19)),
            high2 + Low(a4, b4x19) + 2 * (Low(a3, b0) + Low(a2, b1)),
            high3 + Low(a2, b2) + 2 * (Low(a4, b0) + Low(a3, b1)));
    }

    /// <summary>Squares <paramref name="times"/> times over: a^(2^times).</summary>
    public FieldElement Square(int times)
    {
        var result = this;
        for (var i = 0; i < times; i++)
        {
            result = result.Square();
        }

        return result;
    }

    /// <summary>1/a by Fermat's little theorem, a^(p-2) with p - 2 = 2^5 (2^250 - 1) + 11; zero for zero.</summary>
    public FieldElement Invert() => PowerOfOnes250(out var power11).Square(5) * power11;

    /// <summary>a^((p-5)/8) = a^(2^252 - 3), the power from which RFC 8032 section 5.1.3 builds square roots.</summary>
    public FieldElement PowerP58() => PowerOfOnes250(out _).Square(2) * this;

    /// <summary>a^(2^250 - 1) by doubling the length of a run of one bits: 5, 10, 20, 40, 50, 100, 200, 250.</summary>
    private FieldElement PowerOfOnes250(out FieldElement power11)
    {
        var power2 = Square();
        var power9 = power2.Square(2) * this;
        power11 = power9 * power2;

        var ones5 = power11.Square() * power9;
        var ones10 = ones5.Square(5) * ones5;
        var ones20 = ones10.Square(10) * ones10;
        var ones40 = ones20.Square(20) * ones20;
        var ones50 = ones40.Square(10) * ones10;
        var ones100 = ones50.Square(50) * ones50;
        var ones200 = ones100.Square(100) * ones100;
        return ones200.Square(50) * ones50;
    }

    public bool IsZero
    {
        get
        {
            var a = Canonical();
            return (a._l0 | a._l1 | a._l2 | a._l3 | a._l4) == 0;
        }
    }

    /// <summary>The sign of RFC 8032 section 5.1.2: the least significant bit of the value in [0, p).</summary>
    public bool IsOdd => (Canonical()._l0 & 1) != 0;

    /// <summary>
    /// Reads the low 255 bits of 32 little-endian bytes (the top bit carries a point's sign and is not looked at).
    /// False for a number of p or more: it has another, canonical encoding.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out FieldElement value)
    {
        var w0 = BinaryPrimitives.ReadUInt64LittleEndian(source);
        var w1 = BinaryPrimitives.ReadUInt64LittleEndian(source[8..]);
        var w2 = BinaryPrimitives.ReadUInt64LittleEndian(source[16..]);
        var w3 = BinaryPrimitives.ReadUInt64LittleEndian(source[24..]);

        value = new FieldElement(
            w0 & LimbMask,
            ((w0 >> 51) | (w1 << 13)) & LimbMask,
            ((w1 >> 38) | (w2 << 26)) & LimbMask,
            ((w2 >> 25) | (w3 << 39)) & LimbMask,
            (w3 >> 12) & LimbMask);

        var isAtLeastP = (value._l1 & value._l2 & value._l3 & value._l4) == LimbMask && value._l0 >= LimbMask - 18;
        return !isAtLeastP;
    }

    /// <summary>Writes the value in [0, p) as 32 little-endian bytes; the top bit is zero.</summary>
    public void Write(Span<byte> destination)
    {
        var a = Canonical();
        BinaryPrimitives.WriteUInt64LittleEndian(destination, a._l0 | (a._l1 << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], (a._l1 >> 13) | (a._l2 << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(destination[16..], (a._l2 >> 26) | (a._l3 << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(destination[24..], (a._l3 >> 39) | (a._l4 << 12));
    }

    /// <remarks>
    /// The invariant keeps a value below 2p, so it is p or more exactly when adding 19 carries into bit 255. Adding
    /// that carry 19-fold and dropping bit 255 then subtracts p.
    /// </remarks>
    private FieldElement Canonical()
    {
        var carry = (_l0 + 19) >> LimbBits;
        carry = (_l1 + carry) >> LimbBits;
        carry = (_l2 + carry) >> LimbBits;
        carry = (_l3 + carry) >> LimbBits;
        carry = (_l4 + carry) >> LimbBits;

        var l0 = _l0 + 19 * carry;
        var l1 = _l1 + (l0 >> LimbBits);
        var l2 = _l2 + (l1 >> LimbBits);
        var l3 = _l3 + (l2 >> LimbBits);
        var l4 = _l4 + (l3 >> LimbBits);
        return new FieldElement(l0 & LimbMask, l1 & LimbMask, l2 & LimbMask, l3 & LimbMask, l4 & LimbMask);
    }

    /// <summary>Hands each limb's excess to the next. Limbs below 2^60 carry less than 2^9, so one pass is enough.</summary>
    private static FieldElement Carry(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4) => new(
        (l0 & LimbMask) + 19 * (l4 >> LimbBits),
        (l1 & LimbMask) + (l0 >> LimbBits),
        (l2 & LimbMask) + (l1 >> LimbBits),
        (l3 & LimbMask) + (l2 >> LimbBits),
        (l4 & LimbMask) + (l3 >> LimbBits));

    /// <summary>floor(x * y / 2^51), where a = 2^7 x and b = 2^6 y.</summary>
    private static ulong High(ulong a, ulong b) => Math.BigMul(a, b, out _);

    /// <summary>x * y mod 2^51, where a = 2^7 x and b = 2^6 y.</summary>
    private static ulong Low(ulong a, ulong b) => unchecked(a * b) >> 13;
}
