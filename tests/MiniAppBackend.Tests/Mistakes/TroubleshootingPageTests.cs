using System.Text.RegularExpressions;
using TestSupport;

namespace MiniAppBackend.Tests;

/// <summary>The page that is searched for the words of a program, against the words that the tests of mistakes have it say.</summary>
public sealed partial class TroubleshootingPageTests
{
    private const string Page = "docs/troubleshooting.md";

    [Fact]
    public void The_page_has_the_words_that_programs_say_and_no_others() => Assert.Equal(
        typeof(MistakeWords).GetFields().Select(words => (string)words.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Rows().SelectMany(row => Words().Matches(row[0]).Select(match => match.Groups["words"].Value)).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_row_says_what_is_wrong_and_how_it_is_mended() =>
        Assert.All(Rows(), row => Assert.True(row is [_, { Length: > 0 }, { Length: > 0 }], string.Join(" | ", row)));

    private static IEnumerable<string[]> Rows() => Repository.Read(Page)
        .Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    [GeneratedRegex("`(?<words>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Words();
}
