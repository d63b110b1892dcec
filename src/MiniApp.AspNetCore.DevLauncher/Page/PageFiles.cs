using System.Text.RegularExpressions;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The page's files as a platform's launcher has them, from inside the assembly: the platform's own, and what all share.</summary>
internal sealed partial class PageFiles
{
    public const string Index = "index.html";

    private const string Html = ".html";

    private readonly Dictionary<string, string> _resources;

    /// <param name="platform">The platform's name.</param>
    public PageFiles(string platform)
    {
        var folder = platform.ToLowerInvariant() + "/";
        var names = typeof(PageFiles).Assembly.GetManifestResourceNames();

        _resources = names.Where(name => name.StartsWith(folder, StringComparison.Ordinal)).ToDictionary(name => name[folder.Length..], StringComparer.Ordinal);
        foreach (var shared in names.Where(name => !name.Contains('/', StringComparison.Ordinal)))
        {
            _resources.TryAdd(shared, shared);
        }
    }

    /// <summary>The names under which files are served. Parts of the page are no files of their own.</summary>
    public IEnumerable<string> Names => _resources.Keys.Where(name => name == Index || Path.GetExtension(name) != Html);

    /// <summary>A file's text. In HTML, <c>&lt;!--#include file="name" --&gt;</c> is another file, as web servers have it.</summary>
    public string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageFiles).Assembly.GetManifestResourceStream(_resources[name])!);
        var text = reader.ReadToEnd();
        return Path.GetExtension(name) == Html ? Include().Replace(text, match => Read(match.Groups["file"].Value)) : text;
    }

    [GeneratedRegex("^ *<!--#include file=\"(?<file>[a-z.]+)\" -->\r?\n", RegexOptions.ExplicitCapture | RegexOptions.Multiline, Timeout.Infinite)]
    private static partial Regex Include();
}
