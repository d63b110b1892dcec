using TestSupport;

namespace MiniAppBackend.Tests;

/// <summary>A fenced block of a page.</summary>
internal sealed record CodeBlock(string Page, int Line, string Language, string Text)
{
    private const string Fence = "```";

    public static IEnumerable<CodeBlock> All { get; } = [.. Repository.Pages.SelectMany(page => Read(page, Repository.Read(page)))];

    public static IEnumerable<CodeBlock> Read(string page, string markdown)
    {
        var lines = markdown.Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (lines[start].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, start + 1, line => line.StartsWith(Fence, StringComparison.Ordinal));
                if (end < 0)
                {
                    throw new InvalidOperationException($"{page}, line {start + 1}: the block has no end.");
                }

                yield return new CodeBlock(page, start + 1, lines[start][Fence.Length..], string.Join('\n', lines[(start + 1)..end]));
                start = end;
            }
        }
    }

    public override string ToString() => $"{Page}, line {Line}";
}
