namespace House.Tests;

/// <summary>The files that people write, by their paths from the root, with slashes.</summary>
internal static class Tree
{
    private static readonly string[] Rooms = ["src", "samples", "tests", "bench", "fuzz"];
    private static readonly string[] Made = ["bin", "obj", "node_modules", "wwwroot", "build"];

    /// <summary>What a template makes is its user's, and stands as users want it to.</summary>
    private const string Templates = "src/MiniApp.Templates/content";

    public static IReadOnlyList<string> Files { get; } =
        [.. Rooms.SelectMany(room => FilesBelow(Path.Combine(Repository.Root, room))).Order(StringComparer.Ordinal)];

    /// <summary>The project files below this folder of the root.</summary>
    public static IEnumerable<ProjectFile> ProjectsIn(string room) => Files
        .Where(file => file.StartsWith(room + '/', StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(file => new ProjectFile(file));

    /// <summary>The folders of these files, and those around them.</summary>
    public static IEnumerable<string> Folders(IEnumerable<string> files) => files
        .SelectMany(file => Ancestors(file))
        .Distinct(StringComparer.Ordinal);

    public static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }

    private static IEnumerable<string> FilesBelow(string folder) => Directory.GetFiles(folder)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Concat(Directory.GetDirectories(folder)
            .Where(child => !Made.Contains(Path.GetFileName(child), StringComparer.Ordinal) && child != Path.Combine(Repository.Root, Templates))
            .SelectMany(FilesBelow));
}
