using System.Xml;
using System.Xml.Linq;

namespace MiniApp.Tool.Keys;

/// <summary>
/// Finds the id of a project's user secrets. It reads the project file alone and evaluates nothing, so an id that comes from elsewhere
/// has to be named.
/// </summary>
internal static class ProjectFile
{
    /// <summary>The id in the project that was named, by its file or its folder.</summary>
    /// <exception cref="ToolException">There is no project, or no id in it.</exception>
    public static string ReadUserSecretsId(string project)
    {
        var file = File.Exists(project) ? project : Files(project) switch
        {
            [var only] => only,
            [] => throw new ToolException($"There is no project at {project}.", "--project takes a project file, or a folder with one in it."),
            _ => throw new ToolException($"There are several projects in {project}.", "Give --project the file of one of them."),
        };

        return Read(file) ?? throw new ToolException(
            $"{Path.GetFileName(file)} names no user secrets.",
            "Make some by 'dotnet user-secrets init', or name them by --user-secrets-id.");
    }

    /// <summary>The id in the only project of a folder; <see langword="null"/> where it would take a guess to find one.</summary>
    public static string? FindUserSecretsId(string directory) => Files(directory) is [var only] ? Read(only) : null;

    private static string[] Files(string directory) =>
        Directory.Exists(directory) ? Directory.GetFiles(directory, "*.??proj") : [];

    private static string? Read(string file)
    {
        try
        {
            var id = XDocument.Load(file).Descendants().LastOrDefault(element => element.Name.LocalName == "UserSecretsId")?.Value.Trim();
            return string.IsNullOrEmpty(id) || id.Contains("$(", StringComparison.Ordinal) ? null : id;
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
