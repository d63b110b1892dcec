using System.Globalization;
using System.Text;

namespace MiniApp.Tool.Terminal;

/// <summary>
/// Makes foreign text safe to show: a terminal obeys control characters, and invisible ones or ones that turn the direction of writing
/// make a text look like another.
/// </summary>
internal static class TerminalText
{
    /// <summary>The text with every character that is not simply seen written as <c>&lt;U+001B&gt;</c>.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSeen(rune))
            {
                escaped.Append(rune);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");
            }
        }

        return escaped.ToString();
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
