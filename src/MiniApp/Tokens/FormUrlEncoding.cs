using System.Buffers;
using System.Buffers.Binary;
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
    public static bool TryDecode(Span<byte> text, out int bytesWritten)
    {
        bytesWritten = text.Length;
        var plus = text.IndexOf((byte)'+');
        if (plus >= 0)
        {
            text[plus..].Replace((byte)'+', (byte)' ');
        }

        var escape = text.IndexOf((byte)'%');
        if (escape < 0)
        {
            return true;
        }

        bytesWritten = 0;
        var written = escape;
        var escaped = default(Utf8Sequence);
        for (var read = escape; read < text.Length; read++)
        {
            var character = text[read];
            if (character == '%')
            {
                var code = read + 2 < text.Length ? HexDigits[text[read + 1]] << 4 | HexDigits[text[read + 2]] : -1;
                if (code < 0 || !((code < 0x80 && escaped.IsWhole) || escaped.TryAdd((byte)code)))
                {
                    return false;
                }

                character = (byte)code;
                read += 2;
            }
            else if (!escaped.IsWhole)
            {
                return false;
            }

            text[written++] = character;
        }

        bytesWritten = written;
        return escaped.IsWhole;
    }

    /// <summary>Encodes into <paramref name="destination"/> and returns how many bytes that took.</summary>
    public static int Encode(ReadOnlySpan<byte> decoded, Span<byte> destination, FormUrlStyle style)
    {
        var written = 0;
        if (decoded.Length > ShortText)
        {
            written = decoded.IndexOfAnyExcept(UnreservedValues) is >= 0 and var reserved ? reserved : decoded.Length;
            decoded[..written].CopyTo(destination);
        }

        var spellings = Spellings[(int)style];
        foreach (var character in decoded[written..])
        {
            var spelling = spellings[character];
            BinaryPrimitives.WriteUInt32LittleEndian(destination[written..], spelling);
            written += (int)(spelling >> LengthShift);
        }

        return written;
    }

    private static uint Spell(byte character, FormUrlStyle style)
    {
        var isKept = Unreserved.Contains((char)character, StringComparison.Ordinal) || character == '~' && style.HasFlag(FormUrlStyle.PlainTilde);
        var isPlus = character == ' ' && !style.HasFlag(FormUrlStyle.EscapedSpace);

        return isKept ? character | 1u << LengthShift
            : isPlus ? '+' | 1u << LengthShift
            : '%' | (uint)ToHexDigit(character >> 4) << 8 | (uint)ToHexDigit(character & 0xF) << 16 | 3u << LengthShift;
    }

    private static byte ToHexDigit(int value) => (byte)(value + (value < 10 ? '0' : 'A' - 10));
}
