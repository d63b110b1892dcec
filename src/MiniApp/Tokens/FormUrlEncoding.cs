using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace MiniApp;

/// <summary>
/// <c>application/x-www-form-urlencoded</c>, read strictly and written as PHP's <c>http_build_query</c> writes it: upper-case hex,
/// and only <c>A-Z a-z 0-9 - _ .</c> left as they are.
/// </summary>
internal static class FormUrlEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    private static readonly SearchValues<byte> UnreservedValues = SearchValues.Create(Encoding.ASCII.GetBytes(Unreserved));

    /// <summary>Where the length of a spelling is in its number. Its characters, three at most, are in the bytes below.</summary>
    private const int LengthShift = 24;

    /// <summary>
    /// For each style and byte its spelling, as a number: to look it up takes a quarter of the time of deciding, and as long for every
    /// text, so that nobody can make one that is dear to write.
    /// </summary>
    private static readonly uint[][] Spellings =
        [.. Enumerable.Range(0, 4).Select(style => Enumerable.Range(0, 256).Select(code => Spell((byte)code, (FormUrlStyle)style)).ToArray())];

    /// <summary>How much room <see cref="Encode"/> needs for this many decoded bytes: one more than it can fill, since it writes four at once.</summary>
    public static int MaxByteCount(int decodedLength) => decodedLength * 3 + 1;

    /// <summary>Decodes in place, which is safe because decoding never lengthens.</summary>
    /// <returns><see langword="false"/> for a broken escape, or for bytes that are not UTF-8.</returns>
    public static bool TryDecode(Span<byte> text, out int bytesWritten)
    {
        bytesWritten = text.Length;
        var escape = text.IndexOfAny((byte)'%', (byte)'+');
        if (escape < 0)
        {
            return true;
        }

        text[escape..].Replace((byte)'+', (byte)' ');

        var written = escape;
        for (var read = escape; read < text.Length; read++)
        {
            var character = text[read];
            if (character == '%')
            {
                if (read + 2 >= text.Length || !TryReadHex(text[read + 1], text[read + 2], out character))
                {
                    bytesWritten = 0;
                    return false;
                }

                read += 2;
            }

            text[written++] = character;
        }

        bytesWritten = written;
        return Utf8.IsValid(text[..written]);
    }

    /// <summary>Encodes into <paramref name="destination"/> and returns how many bytes that took.</summary>
    public static int Encode(ReadOnlySpan<byte> decoded, Span<byte> destination, FormUrlStyle style)
    {
        var reserved = decoded.IndexOfAnyExcept(UnreservedValues);
        if (reserved < 0)
        {
            decoded.CopyTo(destination);
            return decoded.Length;
        }

        decoded[..reserved].CopyTo(destination);

        var written = reserved;
        var spellings = Spellings[(int)style];
        foreach (var character in decoded[reserved..])
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

    private static bool TryReadHex(byte high, byte low, out byte value)
    {
        var digits = HexDigit(high) << 4 | HexDigit(low);
        value = (byte)digits;
        return digits >= 0;
    }

    /// <summary>The digit's value, or a negative number that stays negative through a shift and an <c>or</c>.</summary>
    private static int HexDigit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        _ => -1,
    };
}
