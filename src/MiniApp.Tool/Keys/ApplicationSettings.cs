using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>
/// An application's settings, from the places and in the order of <c>WebApplication.CreateBuilder</c>: files in the project's folder, user
/// secrets in Development, environment variables. The later wins.
/// </summary>
internal sealed class ApplicationSettings
{
    private const char Delimiter = ':';

    /// <summary>How many colons the name of a setting has at most in its section: all that schemes read have fewer.</summary>
    private const int MostDelimiters = 8;

    /// <summary>How many settings a section has at most: an application reads each of them by going through all.</summary>
    private const int MostSettings = 5_000;

    private readonly IConfigurationRoot _values;
    private readonly Func<string, string>[] _origins;

    private ApplicationSettings(IReadOnlyList<(IConfigurationSource? Source, Func<string, string> Origin)> layers)
    {
        var builder = new ConfigurationBuilder();
        var present = layers.Where(layer => layer.Source is not null).ToArray();
        foreach (var (source, _) in present)
        {
            builder.Add(source!);
        }

        _values = builder.Build();
        _origins = [.. present.Select(layer => layer.Origin)];
    }

    /// <summary>Reads the settings of the application that the options name, or of the one in the current directory.</summary>
    /// <exception cref="UsageException">A place that an option names is not there, or one of the places cannot be read.</exception>
    public static ApplicationSettings Read(KeyPlace place, ToolEnvironment environment)
    {
        if (place.UserSecretsId is { } id)
        {
            return new([Secrets(id, environment)]);
        }

        var project = place.Project is { } path
            ? ProjectFile.Open(Path.Combine(environment.Directory, path))
            : ProjectFile.Find(environment.Directory);
        return Read(SettingsPlaces.Of(project, place.Environment, SettingsPlaces.Development, environment.Variables), environment);
    }

    /// <summary>Reads the settings that are in these places.</summary>
    /// <exception cref="UsageException">One of the places cannot be read.</exception>
    public static ApplicationSettings Read(SettingsPlaces places, ToolEnvironment environment) => new(
    [
        Variables("ASPNETCORE_", environment),
        Variables("DOTNET_", environment),
        .. places.FileNames.Select(name => File(places.Project, name)),
        places.UserSecretsId is { } secrets ? Secrets(secrets, environment) : default,
        Variables("", environment),
    ]);

    /// <summary>Everything, for what is of no scheme.</summary>
    public IConfiguration Values => _values;

    /// <summary>A scheme's section.</summary>
    /// <exception cref="UsageException">It has more in it than any scheme's.</exception>
    public SchemeSettings ReadScheme(string scheme) => new(scheme, Flatten(SchemeSettings.PathOf(scheme)), FindOrigin);

    private static (IConfigurationSource?, Func<string, string>) Variables(string prefix, ToolEnvironment environment) =>
        (EnvironmentVariables.Read(environment.Variables, prefix),
            path => $"environment variable {prefix}{EnvironmentVariables.NameOf(path)}");

    private static (IConfigurationSource?, Func<string, string>) Secrets(string id, ToolEnvironment environment) =>
        (UserSecrets.Read(id, environment.UserSecretsPath), _ => $"user secrets {id}");

    private static (IConfigurationSource?, Func<string, string>) File(ProjectFile project, string name) =>
        (SettingsFile.Read(Path.Combine(project.Folder, name)), _ => name);

    /// <summary>Every setting of a section, by its name there. It is not walked down as a tree, which anybody may have made deep or wide.</summary>
    private Dictionary<string, string?> Flatten(string path)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var start = path + ConfigurationPath.KeyDelimiter;
        foreach (var (name, value) in _values.Providers.Cast<MemoryConfigurationProvider>().SelectMany(source => source))
        {
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                settings[name[start.Length..]] = value;
            }
        }

        if (settings.Count > MostSettings || settings.Keys.Any(name => name.AsSpan().Count(Delimiter) > MostDelimiters))
        {
            throw new UsageException(
                $"{path} has more than {MostSettings} settings in it, or one that is very deep.", "No scheme reads that many: look what is there.");
        }

        // An empty group in one place says nothing where another place has something in it.
        foreach (var name in settings.Keys.ToArray())
        {
            for (var end = name.LastIndexOf(Delimiter); end > 0; end = name.LastIndexOf(Delimiter, end - 1))
            {
                if (settings.TryGetValue(name[..end], out var text) && text is null)
                {
                    settings.Remove(name[..end]);
                }
            }
        }

        return settings;
    }

    /// <summary>The place that a setting comes from, the last of several; <see langword="null"/> where none has it.</summary>
    private string? FindOrigin(string path)
    {
        IConfigurationProvider[] providers = [.. _values.Providers];
        for (var index = providers.Length - 1; index >= 0; index--)
        {
            if (providers[index].TryGet(path, out _))
            {
                return _origins[index](path);
            }
        }

        return null;
    }
}
