using System.Buffers;
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
        while (received >= 0 && received < json.Length && json[received] != '"')
        {
            if (json[received] == '\\')
            {
                if (!TryReadEscape(json, ref received, ref length))
                {
                    return false;
                }
            }
            else if (json[received] < ' ')
            {
                return false;
            }
            else
            {
                json[length++] = json[received++];
            }
        }

        return received >= 0 && received < json.Length;
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

    private static bool TryReadEscape(Span<byte> json, ref int received, ref int length)
    {
        var escape = json[received..];
        if (TryReadUnit(escape, out var unit))
        {
            received += UnitLength;
            if (!Rune.TryCreate(unit, out var rune))
            {
                if (!TryReadUnit(escape[UnitLength..], out var low) || !Rune.TryCreate(unit, low, out rune))
                {
                    return false;
                }

                received += UnitLength;
            }

            length += rune.EncodeToUtf8(json[length..]);
            return true;
        }

        var place = escape.Length < ShortestEscape ? -1 : "\"\\/bfnrt"u8.IndexOf(escape[1]);
        if (place < 0)
        {
            return false;
        }

        json[length++] = "\"\\/\b\f\n\r\t"u8[place];
        received += ShortestEscape;
        return true;
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
}
