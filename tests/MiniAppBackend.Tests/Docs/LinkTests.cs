using System.Text.RegularExpressions;
using TestSupport;

namespace MiniAppBackend.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_inside_the_repository_leads_to_a_file_and_to_a_heading_of_it(string page) =>
        Assert.Empty(BrokenLinks(page, Repository.Read(page)));

    [Theory]
    [InlineData("[a](nowhere.md)", "nowhere.md")]
    [InlineData("[a](max.md#nowhere)", "max.md#nowhere")]
    [InlineData("[a](#nowhere)", "#nowhere")]
    [InlineData("[a](max.md), [a](../README.md#try-it), [a](#what-is-here), [a](https://example.org/#nowhere)\n\n## What is *here*?", null)]
    public void A_link_that_leads_nowhere_is_found(string markdown, string? broken) =>
        Assert.Equal(broken, BrokenLinks("docs/README.md", markdown).SingleOrDefault());

    private static IEnumerable<string> BrokenLinks(string page, string markdown)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        foreach (var link in Link().Matches(markdown).Select(link => link.Groups["target"].Value))
        {
            var (file, heading) = link.Split('#') is [var path, var anchor] ? (path, anchor) : (link, null);
            var target = Path.Combine(folder, file);
            var exists = file.Length == 0 || Path.Exists(target);

            if (!file.Contains("://", StringComparison.Ordinal)
                && (!exists || heading is not null && !Headings(file.Length == 0 ? markdown : File.ReadAllText(target)).Contains(heading)))
            {
                yield return link;
            }
        }
    }

    /// <summary>The headings as links name them: in lower case, without punctuation, with a hyphen for each space.</summary>
    private static HashSet<string> Headings(string markdown) =>
    [
        .. markdown.Split('\n')
            .Where(line => line.StartsWith('#') && line.Contains("# ", StringComparison.Ordinal))
            .Select(line => NotInAnchor().Replace(line.TrimStart('#').Trim(), "").Replace(' ', '-').ToLowerInvariant()),
    ];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NotInAnchor();
}
