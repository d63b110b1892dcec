namespace MiniApp.AspNetCore.Tests;

/// <summary>The text of <c>WWW-Authenticate</c>.</summary>
public class BearerChallengeTests
{
    [Theory]
    [InlineData(null, null, null, "word")]
    [InlineData("a", null, null, "word error=\"a\"")]
    [InlineData(null, "b", null, "word error_description=\"b\"")]
    [InlineData(null, null, "c", "word error_uri=\"c\"")]
    [InlineData("a", null, "c", "word error=\"a\", error_uri=\"c\"")]
    [InlineData("a", "b", "c", "word error=\"a\", error_description=\"b\", error_uri=\"c\"")]
    [InlineData("", null, null, "word error=\"\"")]
    public void Parameters_that_are_there_follow_the_word(string? error, string? description, string? uri, string expected) =>
        Assert.Equal(expected, Format(error, description, uri));

    [Fact]
    public void Only_printable_ascii_without_quote_and_backslash_passes()
    {
        var all = string.Concat(Enumerable.Range(0, 0x100).Select(code => (char)code));
        var passed = string.Concat(Enumerable.Range(0, 0x100)
            .Select(code => (char)code is >= ' ' and <= '~' and not '"' and not '\\' ? (char)code : '?'));

        Assert.Equal($"word error=\"{passed}\"", Format(all, null, null));
        Assert.Equal("word error=\"??\"", Format("\u2028\uffff", null, null));
    }

    [Fact]
    public void Realm_comes_first_and_can_not_break_out_either()
    {
        Assert.Equal("word realm=\"game\"", Format(null, null, null, realm: "game"));
        Assert.Equal("word realm=\"\"", Format(null, null, null, realm: ""));
        Assert.Equal("word realm=\"a???b?\", error=\"c\"", Format("c", null, null, realm: "a\"\r\nb\\"));
    }

    private static string Format(string? error, string? description, string? uri, string? realm = null) =>
        BearerChallenge.Format("word", realm, error, description, uri);
}
