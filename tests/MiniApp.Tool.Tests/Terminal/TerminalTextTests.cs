using System.Globalization;
using System.Text;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Tests.Terminal;

/// <summary>A token is anybody's text, and a terminal obeys what it is shown.</summary>
public sealed class TerminalTextTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("\u001b[31mred", "<U+001B>[31mred")]
    [InlineData("\u001b]0;title\u0007", "<U+001B>]0;title<U+0007>")]
    [InlineData("\u009b2J", "<U+009B>2J")]
    [InlineData("a\r\nVerdict good", "a<U+000D><U+000A>Verdict good")]
    [InlineData("nul\0", "nul<U+0000>")]
    [InlineData("\u202eesrever", "<U+202E>esrever")]
    [InlineData("zero\u200bwidth", "zero<U+200B>width")]
    [InlineData("line\u2028paragraph\u2029", "line<U+2028>paragraph<U+2029>")]
    [InlineData("\U000E0041tag", "<U+E0041>tag")]
    [InlineData("own\ue000", "own<U+E000>")]
    [InlineData("hangul\u3164filler\u115f\u1160\uffa0", "hangul<U+3164>filler<U+115F><U+1160><U+FFA0>")]
    [InlineData("joiner\u200d\u2060\ufeff", "joiner<U+200D><U+2060><U+FEFF>")]
    [InlineData("isolate\u2066\u2069\u061c", "isolate<U+2066><U+2069><U+061C>")]
    [InlineData("variation\ufe0f\U000E0100", "variation<U+FE0F><U+E0100>")]
    [InlineData("grapheme\u034fjoiner", "grapheme<U+034F>joiner")]
    [InlineData("braille\u2800blank", "braille<U+2800>blank")]
    [InlineData("hard\u00a0space\u3000", "hard<U+00A0>space<U+3000>")]
    [InlineData("soft\u00adhyphen", "soft<U+00AD>hyphen")]
    [InlineData("unassigned\u0378\uffff\U0001FFFF", "unassigned<U+0378><U+FFFF><U+1FFFF>")]
    [InlineData("\u0301alone \u0301", "<U+0301>alone <U+0301>")]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301\u0301<U+0301><U+0301>")]
    [InlineData(" space ", "<U+0020>space<U+0020>")]
    [InlineData("Жанна 🙂 e\u0301", "Жанна 🙂 e\u0301")]
    public void What_a_terminal_would_obey_is_written_out(string value, string shown)
    {
        var output = _tool.Run("inspect", Example.Sign("vk", additional: ("vk_ref", value))).Good();

        Assert.Contains($"  vk_ref                        {shown}\n", output, StringComparison.Ordinal);
        AssertHarmless(output);
    }

    /// <summary>Every code point: it is shown as it is only where it draws something of its own.</summary>
    [Fact]
    public void A_character_that_draws_nothing_is_shown_by_its_number()
    {
        foreach (var value in Enumerable.Range(0, 0x110000).Where(Rune.IsValid))
        {
            var rune = new Rune(value);
            var isShown = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
                UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator => value == ' ',
                _ => !IsDefaultIgnorable(value) && value is not (0x2800 or 0xFFFC or 0x16FE4 or 0x1D159),
            };

            // Between letters, where a mark has something to stand over.
            var expected = isShown ? $"a{rune}b" : $"a<U+{value:X4}>b";
            Assert.Equal(expected, TerminalText.Escape($"a{rune}b"));
        }
    }

    [Fact]
    public void Half_a_character_is_shown_by_its_number()
    {
        foreach (var value in Enumerable.Range(0xD800, 0x800))
        {
            Assert.Equal($"a<U+{value:X4}>b", TerminalText.Escape($"a{(char)value}b"));
        }
    }

    [Fact]
    public void A_name_is_shown_with_the_same_care_as_a_value()
    {
        var output = _tool.Run("inspect", Example.Sign("vk", additional: ("vk_\u001b[2J", "1")) + "&\u001b[2J=%1b%5b2J&%zz\u001b=1").Output;

        Assert.Contains("  vk_<U+001B>[2J ", output, StringComparison.Ordinal);
        AssertHarmless(output);
    }

    [Theory]
    [InlineData("\u001b[2J")]
    [InlineData("&\u001b[2J&x")]
    [InlineData("\u001b=1&auth_date=\u001b&hash=\u001b")]
    [InlineData("http://\u001b[2J?vk_x=\u001b&y")]
    public void A_token_that_is_refused_does_no_harm_either(string token)
    {
        foreach (var platform in Example.Platforms)
        {
            var output = _tool.Run("inspect", "--platform", platform, token).Output;
            Assert.NotEmpty(output);
            AssertHarmless(output);
        }
    }

    [Fact]
    public void An_error_quotes_no_control_character()
    {
        var result = _tool.Run("verify", "--user-secrets-id", "\u001b[2J");

        Assert.Equal(2, result.Status);
        Assert.Contains("<U+001B>[2J", result.Error, StringComparison.Ordinal);
        AssertHarmless(result.Error);
    }

    /// <summary>Unicode's DerivedCoreProperties.txt, Default_Ignorable_Code_Point.</summary>
    private static bool IsDefaultIgnorable(int value) => value is
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F)
        or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0
        or (>= 0xFFF0 and <= 0xFFF8) or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);

    private static void AssertHarmless(string output) =>
        Assert.DoesNotContain(output, character => char.IsControl(character) && character != '\n' || character is '\u202e' or '\u200b');
}
