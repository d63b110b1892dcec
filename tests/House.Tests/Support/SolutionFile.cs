using System.Text.RegularExpressions;

namespace House.Tests;

/// <summary>The solution, in its classic format.</summary>
internal static partial class SolutionFile
{
    private const string FolderKind = "2150E333-8FDC-42A3-9474-1A3956D46DE8";

    /// <summary>The solution folder of each project file, as a path; empty for a project that is in none.</summary>
    public static IReadOnlyDictionary<string, string> FolderOfProject { get; } = Read(Repository.Read("VkMiniApp.AspNetCore.sln"));

    private static Dictionary<string, string> Read(string text)
    {
        var entries = Entry().Matches(text).ToDictionary(entry => entry.Groups["id"].Value, StringComparer.Ordinal);
        var parents = Nesting().Matches(text)
            .ToDictionary(nesting => nesting.Groups["child"].Value, nesting => nesting.Groups["parent"].Value, StringComparer.Ordinal);

        return entries.Values
            .Where(entry => entry.Groups["kind"].Value != FolderKind)
            .ToDictionary(
                entry => entry.Groups["path"].Value.Replace('\\', '/'), entry => FolderOf(entry.Groups["id"].Value), StringComparer.Ordinal);

        string FolderOf(string id) => parents.TryGetValue(id, out var parent)
            ? $"{FolderOf(parent)}/{entries[parent].Groups["path"].Value}".TrimStart('/')
            : "";
    }

    [GeneratedRegex(
        """^Project\("\{(?<kind>[^}]+)\}"\) = "[^"]+", "(?<path>[^"]+)", "\{(?<id>[^}]+)\}""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Entry();

    [GeneratedRegex(
        @"^\s*\{(?<child>[^}]+)\} = \{(?<parent>[^}]+)\}", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Nesting();
}
