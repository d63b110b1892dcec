namespace TestSupport;

/// <summary>The files that people read.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>README.md and its like beside it, everything in docs, and the page of each package, by their paths from the root.</summary>
    public static IEnumerable<string> Pages { get; } = Directory.GetFiles(Root, "*.md")
        .Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
        .Concat(Directory.GetFiles(Path.Combine(Root, "src"), "PACKAGE.md", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>The project of each package. A template's own projects, further below, are its user's.</summary>
    public static IEnumerable<string> Packages => Directory.GetDirectories(Path.Combine(Root, "src"))
        .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"));

    public static string Read(string page) => File.ReadAllText(Path.Combine(Root, page)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "VkMiniApp.AspNetCore.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests don't run inside the repository.");
        }

        return directory.FullName;
    }
}
