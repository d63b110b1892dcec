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
    [InlineData("Жанна 🙂 e\u0301", "Жанна 🙂 e\u0301")]
    public void What_a_terminal_would_obey_is_written_out(string value, string shown)
    {
        var output = _tool.Run("inspect", Example.Sign("vk", additional: ("vk_ref", value))).Good();

        Assert.Contains($"  vk_ref                        {shown}\n", output, StringComparison.Ordinal);
        AssertHarmless(output);
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

    private static void AssertHarmless(string output) =>
        Assert.DoesNotContain(output, character => char.IsControl(character) && character != '\n' || character is '\u202e' or '\u200b');
}
