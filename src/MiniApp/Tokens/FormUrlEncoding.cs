using System.Buffers;
using System.Text.Unicode;

namespace MiniApp;

/// <summary>
/// <c>application/x-www-form-urlencoded</c>, read strictly and written as PHP's <c>http_build_query</c> writes it: upper-case hex,
/// and only <c>A-Z a-z 0-9 - _ .</c> left as they are.
/// </summary>
internal static class FormUrlEncoding
{
    private static readonly SearchValues<byte> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8);

    /// <summary>How many bytes <see cref="Encode"/> needs for this many decoded bytes.</summary>
    public static int MaxByteCount(int decodedLength) => decodedLength * 3;

    /// <summary>Decodes in place, which is safe because decoding never lengthens.</summary>
    /// <returns><see langword="false"/> for a broken escape, or for bytes that are not UTF-8.</returns>
    public static bool TryDecode(Span<byte> text, out int bytesWritten)
    {
        var escape = text.IndexOfAny((byte)'%', (byte)'+');
        if (escape < 0)
        {
            bytesWritten = text.Length;
            return true;
        }

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
            else if (character == '+')
            {
                character = (byte)' ';
            }

            text[written++] = character;
        }

        bytesWritten = written;
        return Utf8.IsValid(text[..written]);
    }

    /// <summary>Encodes into <paramref name="destination"/> and returns how many bytes that took.</summary>
    public static int Encode(ReadOnlySpan<byte> decoded, Span<byte> destination, FormUrlStyle style)
    {
        var reserved = decoded.IndexOfAnyExcept(Unreserved);
        if (reserved < 0)
        {
            decoded.CopyTo(destination);
            return decoded.Length;
        }

        decoded[..reserved].CopyTo(destination);

        // Byte by byte from here on: a search for each of the many reserved bytes of a text in Cyrillic takes six times as long.
        var written = reserved;
        foreach (var character in decoded[reserved..])
        {
            if (IsKept(character, style))
            {
                destination[written++] = character;
            }
            else if (character == ' ' && (style & FormUrlStyle.EscapedSpace) == FormUrlStyle.Rfc1738)
            {
                destination[written++] = (byte)'+';
            }
            else
            {
                var escape = destination.Slice(written, 3);
                escape[0] = (byte)'%';
                escape[1] = ToHexDigit(character >> 4);
                escape[2] = ToHexDigit(character & 0xF);
                written += 3;
            }
        }

        return written;
    }

    private static byte ToHexDigit(int value) => (byte)(value + (value < 10 ? '0' : 'A' - 10));

    private static bool IsKept(byte character, FormUrlStyle style) =>
        char.IsAsciiLetterOrDigit((char)character)
        || character is (byte)'-' or (byte)'_' or (byte)'.'
        || character == '~' && (style & FormUrlStyle.PlainTilde) != FormUrlStyle.Rfc1738;

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
