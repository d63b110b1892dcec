using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace MiniApp;

/// <summary>The texts of JSON as they stand between their quotation marks (RFC 8259, section 7).</summary>
internal static class JsonText
{
    /// <summary>A backslash and one character.</summary>
    private const int ShortestEscape = 2;

    /// <summary>A backslash, a <c>u</c> and four digits.</summary>
    private const int UnitLength = 6;

    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    /// <summary>What stands behind a backslash, to what it stands for; 0 for what is no such escape, which none of them stands for.</summary>
    private static readonly byte[] ShortEscapes = CreateShortEscapes();

    /// <summary>Reads a text up to its closing quotation mark, and writes it without escapes where it stands: none is shorter than it.</summary>
    /// <param name="json">What follows the opening quotation mark. It is UTF-8.</param>
    /// <param name="length">How many bytes the text has.</param>
    /// <param name="received">How many bytes it had before.</param>
    /// <returns>
    /// <see langword="false"/> for a text without an end, a control character, an escape that JSON does not know, and one of half of a
    /// character.
    /// </returns>
    public static bool TryUnescape(Span<byte> json, out int length, out int received)
    {
        length = received = json.IndexOfAny(Special);
        if (received < 0)
        {
            return false;
        }

        // Into locals, which keep their place in registers: a stranger chooses how many escapes there are.
        var (read, written) = (received, length);
        var isText = false;
        while (read < json.Length)
        {
            var character = json[read];
            if (character == '\\')
            {
                if (read + 1 < json.Length && ShortEscapes[json[read + 1]] is not 0 and var escaped)
                {
                    json[written++] = escaped;
                    read += ShortestEscape;
                }
                else if (TryReadRune(json[read..], out var rune, out var escape))
                {
                    written += rune.EncodeToUtf8(json[written..]);
                    read += escape;
                }
                else
                {
                    break;
                }
            }
            else if (character is < (byte)' ' or (byte)'"')
            {
                isText = character == '"';
                break;
            }
            else
            {
                json[written++] = character;
                read++;
            }
        }

        (received, length) = (read, written);
        return isText;
    }

    /// <summary>Where in a text, from <paramref name="place"/> on, white space ends (RFC 8259, section 2).</summary>
    public static int SkipWhiteSpace(ReadOnlySpan<byte> json, int place)
    {
        while (place < json.Length && json[place] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            place++;
        }

        return place;
    }

    /// <summary>Where in a text is the first character that does not stand for itself; a negative number where there is none.</summary>
    // Most texts are short, and the general search is dear to begin.
    public static int FindSpecial(ReadOnlySpan<byte> json)
    {
        if (json.Length >= Vector128<byte>.Count)
        {
            var block = Vector128.Create(json);
            var special = Vector128.LessThan(block, Vector128.Create((byte)' '))
                | Vector128.Equals(block, Vector128.Create((byte)'"'))
                | Vector128.Equals(block, Vector128.Create((byte)'\\'));
            if (special != Vector128<byte>.Zero)
            {
                return BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
            }
        }

        return json.IndexOfAny(Special);
    }

    /// <summary>Reads one escape, be it half of a character.</summary>
    /// <param name="json">What begins with the escape, or with some other character.</param>
    /// <param name="length">The escape's length.</param>
    /// <returns><see langword="false"/> for any other character, and for an escape that JSON does not know.</returns>
    public static bool TryReadEscape(ReadOnlySpan<byte> json, out int length)
    {
        var isShort = json is [(byte)'\\', var next, ..] && ShortEscapes[next] != 0;
        length = isShort ? ShortestEscape : UnitLength;
        return isShort || TryReadUnit(json, out _);
    }

    /// <summary>A text without its escapes, of which each is known to be one. Half of a character is a replacement character.</summary>
    /// <param name="json">The text, and the quotation mark behind it.</param>
    /// <param name="scratch">Memory as long as that, where the text will be.</param>
    public static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> json, Span<byte> scratch)
    {
        scratch = scratch[..json.Length];
        MendHalves(json, scratch).CopyTo(scratch);
        TryUnescape(scratch, out var length, out _);
        return scratch[..length];
    }

    /// <summary>
    /// Writes U+FFFD in place of every escape that is half of a character, which is as long, and is what half a character reads as in a
    /// browser that sends it on as UTF-8.
    /// </summary>
    /// <param name="json">JSON of any kind, or something broken.</param>
    /// <param name="scratch">Memory as long as the JSON, used where there is such an escape.</param>
    public static ReadOnlySpan<byte> MendHalves(ReadOnlySpan<byte> json, Span<byte> scratch)
    {
        scratch = scratch[..json.Length];
        var isMended = false;

        for (var place = json.IndexOf((byte)'\\'); place >= 0;)
        {
            var escape = json[place..];
            var length = ShortestEscape;
            if (TryReadUnit(escape, out var unit) && char.IsSurrogate(unit))
            {
                var isPair = TryReadUnit(escape[UnitLength..], out var low) && char.IsSurrogatePair(unit, low);
                length = isPair ? 2 * UnitLength : UnitLength;
                if (!isPair)
                {
                    if (!isMended)
                    {
                        json.CopyTo(scratch);
                        isMended = true;
                    }

                    "\\ufffd"u8.CopyTo(scratch[place..]);
                }
            }

            var next = escape.Length > length ? escape[length..].IndexOf((byte)'\\') : -1;
            place = next < 0 ? -1 : place + length + next;
        }

        return isMended ? scratch : json;
    }

    /// <summary>Reads the escape of a character: one code unit, or two that are a pair.</summary>
    private static bool TryReadRune(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        rune = default;
        length = UnitLength;
        if (!TryReadUnit(text, out var unit))
        {
            return false;
        }

        if (Rune.TryCreate(unit, out rune))
        {
            return true;
        }

        length += UnitLength;
        return TryReadUnit(text[UnitLength..], out var low) && Rune.TryCreate(unit, low, out rune);
    }

    /// <summary>Reads the escape of one UTF-16 code unit, <c>\u</c> and four hexadecimal digits.</summary>
    private static bool TryReadUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text.Length < UnitLength || text[0] != '\\' || text[1] != 'u')
        {
            return false;
        }

        foreach (var digit in text[2..UnitLength])
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }

            unit = (char)(unit << 4 | (digit & 0xF) + (digit > '9' ? 9 : 0));
        }

        return true;
    }

    private static byte[] CreateShortEscapes()
    {
        var escapes = new byte[256];
        foreach (var (received, meant) in "\"\\/bfnrt"u8.ToArray().Zip("\"\\/\b\f\n\r\t"u8.ToArray()))
        {
            escapes[received] = meant;
        }

        return escapes;
    }
}
