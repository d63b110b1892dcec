using System.Text.RegularExpressions;
using TestSupport;

namespace MiniAppBackend.Tests;

/// <summary>docs/README.md, by which the other pages are found.</summary>
public sealed partial class IndexTests
{
    private const string Index = "docs/README.md";

    /// <summary>Parts of a project that is compiled: see ShopMiniAppTests.</summary>
    private const string PagesOfParts = "docs/own-platform.md";

    public static TheoryData<string> Pages =>
        [.. Repository.Pages.Where(page => page.StartsWith("docs/", StringComparison.Ordinal) && page != Index)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_is_in_the_index(string page) =>
        Assert.Contains(page["docs/".Length..], Target().Matches(Repository.Read(Index)).Select(link => link.Groups["file"].Value), StringComparer.Ordinal);

    [Fact]
    public void Index_goes_by_what_one_wants_from_the_start_to_the_inside()
    {
        var lines = Repository.Read(Index).Split('\n');

        Assert.Equal(
            ["## Start", "## Sign in", "## After the sign-in", "## Develop", "## Run", "## Understand"],
            lines.Where(line => line.StartsWith("##", StringComparison.Ordinal)));
        Assert.Equal(6, lines.Count(line => line == "| I want to | Page |"));
        Assert.All(lines.Where(line => line.StartsWith('|')), line => Assert.Equal(4, line.Split('|').Length));
    }

    /// <summary>What compiles the blocks looks for those that are marked <c>csharp</c> at the beginning of a line.</summary>
    [Fact]
    public void No_block_of_csharp_goes_by_another_mark_and_so_uncompiled()
    {
        var others = Repository.Pages.Where(page => page != PagesOfParts)
            .SelectMany(page => Fence().Matches(Repository.Read(page)).Select(fence => $"{page}: {fence.Value}"));

        Assert.Empty(others);
    }

    [Theory]
    [InlineData("```cs\n", true)]
    [InlineData("text\n```C#\n", true)]
    [InlineData("- item\n\n  ```csharp\n", true)]
    [InlineData("```csharp\n", false)]
    [InlineData("```css\n", false)]
    public void Mark_of_an_uncompiled_block_is_found(string markdown, bool isOne) => Assert.Equal(isOne, Fence().IsMatch(markdown));

    [GeneratedRegex(@"\]\((?<file>[\w/.-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Target();

    [GeneratedRegex(
        @"^([ \t]+```(cs|c#|csharp)|```(cs|c#))\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Fence();
}
