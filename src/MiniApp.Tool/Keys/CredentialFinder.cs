using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>Finds a platform's key, and its id where no option gives it.</summary>
internal sealed class CredentialFinder
{
    private readonly PlatformKey? _pipedKey;
    private readonly string? _namedSecrets;
    private readonly SettingFinder _settings;

    /// <summary>Takes the key off standard input, where that is its place: before anything else reads from there.</summary>
    /// <exception cref="UsageException">There is no key on standard input, or the project has no user secrets.</exception>
    public CredentialFinder(KeyPlace place, ToolEnvironment environment)
    {
        _pipedKey = place.IsStandardInput ? ReadKey(environment.Lines) : null;
        _namedSecrets = place.UserSecretsId
            ?? (place.Project is { } project
                ? ProjectFile.ReadUserSecretsId(Path.Combine(environment.Directory, project))
                : null);
        _settings = new SettingFinder(_namedSecrets, environment);
    }

    /// <summary>What is known, which may be nothing.</summary>
    /// <param name="platform">The platform that the credentials are for.</param>
    /// <param name="givenId">The id that an option gives; <see langword="null"/> where none does.</param>
    /// <exception cref="UsageException">The user secrets that an option names lack the key, or a setting cannot be read.</exception>
    public Credentials Find(IPlatform platform, long? givenId)
    {
        var key = _pipedKey ?? FindKey(platform);

        return new Credentials(givenId ?? FindId(platform.Id, isKeyKnown: key is not null), key);
    }

    private static PlatformKey ReadKey(BoundedLineReader lines) =>
        lines.TryRead(out var line) && line is { IsEmpty: false, Length: <= TokenLimits.DefaultMaxTokenLength }
            ? new PlatformKey(line.ToString(), "first line of standard input")
            : throw new UsageException(
                "The first line of standard input is not a key.",
                "--secret-stdin takes the key from the first line, and the tokens from the lines after it.");

    private PlatformKey? FindKey(IPlatform platform) =>
        _settings.Find(platform.KeySetting, out var origin) is { } key ? new PlatformKey(key, origin)
        : _namedSecrets is null ? null
        : throw new UsageException(
            $"The user secrets {_namedSecrets} have no {platform.KeyName} for {platform.Title}.",
            $"Set it with 'dotnet user-secrets set {platform.KeySetting} ...'.");

    private long? FindId(PlatformId? id, bool isKeyKnown)
    {
        if (id is null || isKeyKnown && id.IsInKey || _settings.Find(id.Setting, out var origin) is not { } text)
        {
            return null;
        }

        return DecimalDigits.TryRead<char>(text, out var number) && number > 0
            ? number
            : throw new UsageException($"The {id.Name} ({origin}) is not a whole number above 0.", $"Correct it, or give {id.Option}.");
    }
}
