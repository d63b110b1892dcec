using System.Globalization;
using System.Text;

namespace MiniApp.Tool.Terminal;

/// <summary>
/// Makes foreign text safe to show: a terminal obeys control characters, and invisible ones or ones that turn the direction of writing
/// make a text look like another.
/// </summary>
internal static class TerminalText
{
    // More of them than any language writes over a letter grow into the lines above and below.
    private const int MostMarksOnALetter = 4;

    /// <summary>
    /// What is drawn as nothing and belongs to no category that says so: Unicode's Default_Ignorable_Code_Point as far as it is assigned
    /// and not a format character, and blanks that count as symbols or marks.
    /// </summary>
    private static readonly (int First, int Last)[] Invisible =
    [
        (0x034F, 0x034F),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x2800, 0x2800),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFFA0, 0xFFA0),
        (0xFFFC, 0xFFFC),
        (0x16FE4, 0x16FE4),
        (0x1D159, 0x1D159),
        (0xE0000, 0xE0FFF),
    ];

    /// <summary>The text with every character that is not simply seen written as <c>&lt;U+001B&gt;</c>.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var room = 0;
        for (var index = 0; index < text.Length;)
        {
            var isRune = Rune.TryGetRuneAt(text, index, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            var isMark = isRune && IsMark(rune);
            var isSeen = isRune && (rune.Value == ' ' ? index > 0 && index < text.Length - 1 : IsSeen(rune) && (!isMark || room > 0));

            room = !isSeen || rune.Value == ' ' ? 0 : isMark ? room - 1 : MostMarksOnALetter;
            if (isSeen)
            {
                escaped.Append(text, index, length);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"<U+{(isRune ? rune.Value : text[index]):X4}>");
            }

            index += length;
        }

        return escaped.ToString();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && !Array.Exists(Invisible, range => rune.Value >= range.First && rune.Value <= range.Last);
}
