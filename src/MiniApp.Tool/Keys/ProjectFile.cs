using System.Xml;
using System.Xml.Linq;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>
/// Finds the id of a project's user secrets. It reads the project file alone and evaluates nothing, so an id that comes from elsewhere
/// has to be given by an option.
/// </summary>
internal static class ProjectFile
{
    /// <summary>The id in the project that was named, by its file or its folder.</summary>
    /// <exception cref="UsageException">There is no project, or no id in it.</exception>
    public static string ReadUserSecretsId(string project)
    {
        var file = File.Exists(project) ? project : Files(project) switch
        {
            [var only] => only,
            [] => throw new UsageException(
                $"There is no project at {project}.", "--project takes a project file, or a folder with one in it."),
            _ => throw new UsageException($"There are several projects in {project}.", "Give --project the file of one of them."),
        };

        return Read(file) ?? throw new UsageException(
            $"{Path.GetFileName(file)} has no UserSecretsId.",
            "Add one with 'dotnet user-secrets init', or give it with --user-secrets-id.");
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
