using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Serving;

/// <summary>
/// The settings of <see cref="ApplicationSettings"/>, from the same places in the same order, which go on being read: a file that is saved
/// is in force within seconds.
/// </summary>
internal static class LiveSettings
{
    public static void AddTo(IConfigurationBuilder configuration, SettingsPlaces places, ToolEnvironment environment)
    {
        configuration.Add(EnvironmentVariables.Read(environment.Variables, "ASPNETCORE_"));
        configuration.Add(EnvironmentVariables.Read(environment.Variables, "DOTNET_"));
        foreach (var name in places.FileNames)
        {
            AddFile(configuration, places.Project.Folder, name);
        }

        if (places.UserSecretsId is { } id && environment.UserSecretsPath(id) is var secrets && Path.GetDirectoryName(secrets) is { } folder
            && Directory.Exists(folder))
        {
            AddFile(configuration, folder, Path.GetFileName(secrets));
        }

        configuration.Add(EnvironmentVariables.Read(environment.Variables, ""));
    }

    private static void AddFile(IConfigurationBuilder configuration, string folder, string name)
    {
        // Looks at the file each four seconds. The system's own notices would be asked for all that is below the folder, which on a server
        // may be everything, and do not come for files that an orchestrator mounts.
        var files = new PhysicalFileProvider(Path.GetFullPath(folder)) { UsePollingFileWatcher = true, UseActivePolling = true };
        configuration.AddJsonFile(files, name, optional: true, reloadOnChange: true);
    }
}
