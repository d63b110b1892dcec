using System.CommandLine;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Where a server's settings are, as options. Nobody stands by a server, so it is in Production unless it is told otherwise.</summary>
internal sealed class SettingsOptions
{
    private const string Production = "Production";

    private readonly Option<string?> _settings = new("--settings")
    {
        Description = "The folder whose appsettings.json is read: that of a project, or any other. [default: the current directory]",
        HelpName = "folder",
    };

    private readonly Option<string?> _environment = TypedOption.Name(
        "--environment", $"The environment whose settings are read. [default: DOTNET_ENVIRONMENT, ASPNETCORE_ENVIRONMENT, {Production}]");

    public void AddTo(Command command)
    {
        command.Add(_settings);
        command.Add(_environment);
    }

    /// <exception cref="UsageException">There is no such folder.</exception>
    public SettingsPlaces FindPlaces(ParseResult arguments, ToolEnvironment environment)
    {
        var folder = arguments.GetValue(_settings) is { } named ? Path.Combine(environment.Directory, named) : environment.Directory;
        if (folder.Length > 0 && !Directory.Exists(folder))
        {
            throw new UsageException($"There is no folder {folder}.", "--settings takes the folder that appsettings.json is in.");
        }

        return SettingsPlaces.Of(ProjectFile.Find(folder), arguments.GetValue(_environment), Production, environment.Variables);
    }
}
