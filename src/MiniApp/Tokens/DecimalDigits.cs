using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace MiniApp;

/// <summary>Integers as the platforms write them: ASCII digits and nothing else.</summary>
internal static class DecimalDigits
{
    /// <summary>So many digits are read at once: one by one, three ids of a launch take a twentieth of its verification.</summary>
    private const int BlockLength = sizeof(ulong);

    /// <summary>No number of so many digits is too large.</summary>
    private const int LongestSafe = 18;

    private const ulong Zeros = 0x3030_3030_3030_3030;

    /// <summary>Reads digits of UTF-8 text that fit a <see cref="long"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long value)
    {
        if (text.Length is < BlockLength or > LongestSafe)
        {
            return TryRead<byte>(text, out value);
        }

        value = 0;
        var read = 0UL;
        while (text.Length >= BlockLength)
        {
            var digits = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ Zeros;
            if (!AreDigits(digits))
            {
                return false;
            }

            read = read * 100_000_000 + Combine(digits);
            text = text[BlockLength..];
        }

        foreach (var character in text)
        {
            var digit = (uint)character - '0';
            if (digit > 9)
            {
                return false;
            }

            read = read * 10 + digit;
        }

        value = (long)read;
        return true;
    }

    /// <summary>Reads digits of UTF-16 text that fit a <see cref="long"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out long value)
    {
        if (text.Length is < BlockLength or > LongestSafe)
        {
            return TryRead<char>(text, out value);
        }

        value = 0;
        Span<byte> ascii = stackalloc byte[LongestSafe];
        return Ascii.FromUtf16(text, ascii, out var length) == OperationStatus.Done && TryRead(ascii[..length], out value);
    }

    /// <summary>
    /// Reads digits that fit a <see cref="long"/>. The framework's parsers also take signs, white space or separators, depending on
    /// their settings.
    /// </summary>
    /// <typeparam name="TChar"><see cref="byte"/> for UTF-8 text, <see cref="char"/> for UTF-16.</typeparam>
    public static bool TryRead<TChar>(ReadOnlySpan<TChar> text, out long value)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        value = 0;
        var read = 0UL;
        foreach (var character in text)
        {
            var digit = uint.CreateTruncating(character) - '0';
            if (digit > 9 || read > long.MaxValue / 10)
            {
                return false;
            }

            read = read * 10 + digit;
        }

        if (text.IsEmpty || read > long.MaxValue)
        {
            return false;
        }

        value = (long)read;
        return true;
    }

    /// <summary>Whether each of eight bytes is from 0 to 9: the sum then has no highest bit, and no byte of it carries into the next.</summary>
    private static bool AreDigits(ulong bytes) => ((bytes + 0x7676_7676_7676_7676 | bytes) & 0x8080_8080_8080_8080) == 0;

    /// <summary>The number of eight digits, the first in the lowest byte: to pairs, and then all four pairs in two multiplications.</summary>
    private static ulong Combine(ulong digits)
    {
        const ulong EverySecondPair = 0x0000_00FF_0000_00FF;

        var pairs = digits * 10 + (digits >> 8);
        var firstAndThird = (pairs & EverySecondPair) * (100 + (1_000_000UL << 32));
        var secondAndFourth = (pairs >> 16 & EverySecondPair) * (1 + (10_000UL << 32));
        return (firstAndThird + secondAndFourth) >> 32;
    }
}
