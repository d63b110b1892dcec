using System.Text;
using System.Xml;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>
/// The application's project. Its file is read and not evaluated, so an id of user secrets that comes from elsewhere has to be given by
/// an option.
/// </summary>
/// <param name="Folder">Where the application's settings are; empty where there is no folder.</param>
/// <param name="Name">The application's name, unless the project says otherwise; <see langword="null"/> without a project.</param>
/// <param name="UserSecretsId">The id of its user secrets; <see langword="null"/> where the file has none.</param>
internal sealed record ProjectFile(string Folder, string? Name, string? UserSecretsId)
{
    private static readonly XmlReaderSettings Rules = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The project that was named, by its file or its folder.</summary>
    /// <exception cref="UsageException">There is no project, or it cannot be read.</exception>
    public static ProjectFile Open(string project)
    {
        if (Directory.Exists(project))
        {
            return Files(project) switch
            {
                [var only] => Read(only),
                [] => throw new UsageException(
                    $"There is no project at {project}.", "--project takes a project file, or a folder with one in it."),
                _ => throw new UsageException($"There are several projects in {project}.", "Give --project the file of one of them."),
            };
        }

        return Read(project);
    }

    /// <summary>The only project of a folder. Where it would take a guess to find one, the folder's settings are all there is.</summary>
    public static ProjectFile Find(string folder)
    {
        try
        {
            return Files(folder) is [var only] ? Read(only) : new ProjectFile(folder, null, null);
        }
        catch (UsageException)
        {
            return new ProjectFile(folder, null, null);
        }
    }

    /// <summary>The projects of a folder, of which two are as many as a thousand. A pipe of such a name is none.</summary>
    private static string[] Files(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder, "*.??proj").Where(SmallFile.IsThere).Take(2)]
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw SmallFile.Refuse(folder, "This user may not read it, or reading it failed.");
        }
    }

    private static ProjectFile Read(string file)
    {
        var bytes = SmallFile.Read(file) ?? throw new UsageException(
            $"There is no project at {file}.", "--project takes a project file, or a folder with one in it.");
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), Rules);
            var id = FindUserSecretsId(reader);
            return new ProjectFile(
                Path.GetDirectoryName(file) ?? "",
                Path.GetFileNameWithoutExtension(file),
                string.IsNullOrEmpty(id) || id.Contains("$(", StringComparison.Ordinal) ? null : id);
        }
        catch (XmlException)
        {
            throw SmallFile.Refuse(file, "It is not XML.");
        }
    }

    /// <summary>
    /// The last id in the file. No tree is made of its elements: of some that stand deep inside each other, that takes minutes, and then the
    /// stack.
    /// </summary>
    private static string? FindUserSecretsId(XmlReader reader)
    {
        string? id = null;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "UserSecretsId" })
            {
                id = ReadText(reader);
            }
        }

        return id;
    }

    /// <summary>The text of an element; <see langword="null"/> where it is empty, or has elements inside.</summary>
    private static string? ReadText(XmlReader reader)
    {
        var text = new StringBuilder();
        while (!reader.IsEmptyElement && reader.Read() && reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
        {
            text.Append(reader.Value);
        }

        return reader.NodeType == XmlNodeType.EndElement ? text.ToString().Trim() : null;
    }
}
