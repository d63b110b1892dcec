using System.Globalization;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>Finds the settings of a platform's scheme: the application's, and over them what the options say.</summary>
internal sealed class SchemeFinder
{
    private const string KeyOnInput = "first line of standard input";

    private readonly KeyPlace _place;
    private readonly string? _pipedKey;
    private readonly ApplicationSettings _application;

    /// <summary>Takes the key off standard input, where that is its place: before anything else reads from there.</summary>
    /// <exception cref="UsageException">There is no key on standard input, or the application's settings cannot be read.</exception>
    public SchemeFinder(KeyPlace place, ToolEnvironment environment)
    {
        _place = place;
        _pipedKey = place.IsKeyOnInput ? ReadKey(environment.Lines) : null;
        _application = ApplicationSettings.Read(place, environment);
    }

    /// <summary>The settings, in which nothing need be.</summary>
    /// <param name="platform">The platform that the scheme is for.</param>
    /// <param name="id">The id that an option gives; <see langword="null"/> where none does.</param>
    /// <param name="lifetime">The lifetime that an option gives; <see langword="null"/> where none does.</param>
    /// <exception cref="UsageException">The place that an option names has no key, or the key is not one of this platform.</exception>
    public SchemeSettings Find(IPlatform platform, long? id, TimeSpan? lifetime)
    {
        var settings = _application.ReadScheme(_place.Scheme ?? platform.SchemeName);
        if (_pipedKey is not null)
        {
            settings = platform.GiveKey(settings, _pipedKey, KeyOnInput);
        }
        else if (_place.UserSecretsId is { } secrets && !platform.KeySettings.Any(settings.Has))
        {
            throw new UsageException(
                $"The user secrets {secrets} have no {platform.KeyName} for {platform.Title}.",
                $"Set it with 'dotnet user-secrets set {SchemeSettings.PathOf(settings.Scheme, platform.KeySettings[0])} ...'.");
        }

        settings = id is { } given ? platform.GiveId(settings, given) : settings;
        return lifetime is { } time ? settings.With("Lifetime", time.ToString("c", CultureInfo.InvariantCulture)) : settings;
    }

    private static string ReadKey(BoundedLineReader lines) =>
        lines.TryReadStart(out var line) && line is { IsEmpty: false, Length: <= TokenLimits.DefaultMaxTokenLength }
            ? line.ToString()
            : throw new UsageException(
                "The first line of standard input is not a key.",
                "--secret-stdin takes the key from the first line, and the tokens from the lines after it.");
}
