using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace MiniApp;

/// <summary>
/// <c>application/x-www-form-urlencoded</c>, read strictly and written as PHP's <c>http_build_query</c> writes it: upper-case hex,
/// and only <c>A-Z a-z 0-9 - _ .</c> left as they are.
/// </summary>
internal static class FormUrlEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    private static readonly SearchValues<byte> UnreservedValues = SearchValues.Create(Encoding.ASCII.GetBytes(Unreserved));

    /// <summary>Up to this length, a text is written at once, without a search for what is to be escaped.</summary>
    private const int ShortText = 32;

    /// <summary>The length of <c>%41</c>.</summary>
    private const int EscapeLength = 3;

    /// <summary>Where the length of a spelling is in its number. Its characters, three at most, are in the bytes below.</summary>
    private const int LengthShift = 24;

    /// <summary>
    /// For each style and byte its spelling, as a number: to look it up takes a quarter of the time of deciding, and as long for every
    /// text, so that nobody can make one that is dear to write.
    /// </summary>
    private static readonly uint[][] Spellings =
        [.. Enumerable.Range(0, 4).Select(style => Enumerable.Range(0, 256).Select(code => Spell((byte)code, (FormUrlStyle)style)).ToArray())];

    /// <summary>The value of a hex digit; of what is none, a number that stays negative through a shift and an <c>or</c>.</summary>
    private static readonly int[] HexDigits =
        [.. Enumerable.Range(0, 256).Select(code => char.IsAsciiHexDigit((char)code) ? Convert.ToInt32($"{(char)code}", 16) : -1)];

    /// <summary>How much room <see cref="Encode"/> needs for this many decoded bytes: one more than it can fill, since it writes four at once.</summary>
    public static int MaxByteCount(int decodedLength) => decodedLength * 3 + 1;

    /// <summary>Decodes in place, which is safe because decoding never lengthens.</summary>
    /// <param name="text">UTF-8, so that only what was escaped can be none.</param>
    /// <param name="bytesWritten">How many bytes there are now.</param>
    /// <returns><see langword="false"/> for a broken escape, or for bytes that are not UTF-8.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryDecode(Span<byte> text, out int bytesWritten)
    {
        bytesWritten = text.Length;
        var first = text.IndexOfAny((byte)'%', (byte)'+');
        if (first < 0)
        {
            return true;
        }

        var rest = text[first..];
        if (rest[0] == '+' && !rest.Contains((byte)'%'))
        {
            rest.Replace((byte)'+', (byte)' ');
            return true;
        }

        var isDecoded = TryDecodeEscapes(rest, out var length);
        bytesWritten = first + length;
        return isDecoded;
    }

    private static bool TryDecodeEscapes(Span<byte> text, out int bytesWritten)
    {
        bytesWritten = 0;

        var (read, written) = (0, 0);
        var escaped = default(Utf8Sequence);
        while (read < text.Length)
        {
            if (read % Vector128<byte>.Count == 0 && IsPlain(text[read..]))
            {
                Vector128.Create(text.Slice(read, Vector128<byte>.Count)).CopyTo(text[written..]);
                read += Vector128<byte>.Count;
                written += Vector128<byte>.Count;
                continue;
            }

            var character = text[read];
            if (character != '%')
            {
                text[written++] = character == '+' ? (byte)' ' : character;
                read++;
                continue;
            }

            do
            {
                var code = ReadEscape(text[read..]);
                if (code < 0 || !((code < 0x80 && escaped.IsWhole) || escaped.TryAdd((byte)code)))
                {
                    return false;
                }

                text[written++] = (byte)code;
                read += EscapeLength;
            }
            while (!escaped.IsWhole);
        }

        bytesWritten = written;
        return true;
    }

    /// <summary>
    /// Whether there are sixteen bytes that stand for themselves. They are asked about at every sixteenth byte only: a text of nothing but
    /// such bytes then takes a fifth of the time, and one of nothing but escapes no longer than before.
    /// </summary>
    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        if (text.Length < Vector128<byte>.Count)
        {
            return false;
        }

        var block = Vector128.Create(text[..Vector128<byte>.Count]);
        return !(Vector128.EqualsAny(block, Vector128.Create((byte)'%')) || Vector128.EqualsAny(block, Vector128.Create((byte)'+')));
    }

    /// <summary>The byte that an escape stands for; a negative number where there is none.</summary>
    private static int ReadEscape(ReadOnlySpan<byte> text) =>
        text is [(byte)'%', _, _, ..] ? HexDigits[text[1]] << 4 | HexDigits[text[2]] : -1;

    /// <summary>
    /// Whether a text begins with the escape that <see cref="Encode"/> writes in every style, of a character of ASCII: decoded and encoded, it
    /// would be the same again.
    /// </summary>
    public static bool StartsWithOwnEscape(ReadOnlySpan<byte> text)
    {
        // Of this style, neither a space nor a tilde is an escape.
        var spellings = Spellings[(int)FormUrlStyle.PlainTilde];
        var code = ReadEscape(text);
        return code is >= 0 and < 0x80
            && spellings[code] == ('%' | (uint)text[1] << 8 | (uint)text[2] << 16 | (uint)EscapeLength << LengthShift);
    }

    /// <summary>Encodes and returns how many bytes that took.</summary>
    /// <param name="decoded">The text.</param>
    /// <param name="destination">Room for <see cref="MaxByteCount"/> bytes.</param>
    /// <param name="style">How a space and a tilde are written.</param>
    // It writes past the checks of spans, which would take as long again as the writing, and so looks at the room first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Encode(ReadOnlySpan<byte> decoded, Span<byte> destination, FormUrlStyle style)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, MaxByteCount(decoded.Length), nameof(destination));

        var written = 0;
        if (decoded.Length > ShortText)
        {
            written = decoded.IndexOfAnyExcept(UnreservedValues) is >= 0 and var reserved ? reserved : decoded.Length;
            decoded[..written].CopyTo(destination);
        }

        var spellings = Spellings[(int)style];
        ref var first = ref MemoryMarshal.GetReference(destination);
        ref var table = ref MemoryMarshal.GetArrayDataReference(spellings);
        foreach (var character in decoded[written..])
        {
            var spelling = Unsafe.Add(ref table, character);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, (uint)written), spelling);
            written += (int)(spelling >> LengthShift);
        }

        return written;
    }

    /// <summary>How a byte is written: its characters from the lowest byte on, three at most, and in the highest how many there are.</summary>
    public static uint Spell(byte character, FormUrlStyle style)
    {
        var isKept = Unreserved.Contains((char)character, StringComparison.Ordinal) || character == '~' && style.HasFlag(FormUrlStyle.PlainTilde);
        var isPlus = character == ' ' && !style.HasFlag(FormUrlStyle.EscapedSpace);

        return isKept ? character | 1u << LengthShift
            : isPlus ? '+' | 1u << LengthShift
            : '%' | (uint)ToHexDigit(character >> 4) << 8 | (uint)ToHexDigit(character & 0xF) << 16 | (uint)EscapeLength << LengthShift;
    }

    private static byte ToHexDigit(int value) => (byte)(value + (value < 10 ? '0' : 'A' - 10));
}
