using System.CommandLine;
using MiniApp.Tool.Commands;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Keys;

/// <summary>Finds the key, and the id where no option says it.</summary>
internal sealed class CredentialFinder
{
    private readonly KeyOptions _options;
    private readonly ParseResult _arguments;
    private readonly FoundSetting? _pipedKey;
    private readonly string? _namedSecrets;
    private readonly SettingFinder _settings;

    /// <summary>Takes the key off standard input, where that is its place: before anything else reads from there.</summary>
    /// <exception cref="ToolException">A place that an option names is not there.</exception>
    public CredentialFinder(KeyOptions options, ParseResult arguments, Surroundings surroundings)
    {
        _options = options;
        _arguments = arguments;
        _pipedKey = arguments.GetValue(options.SecretStdin) ? ReadKey(surroundings.Lines) : null;
        _namedSecrets = arguments.GetValue(options.UserSecretsId)
            ?? (arguments.GetValue(options.Project) is { } project
                ? ProjectFile.ReadUserSecretsId(Path.Combine(surroundings.Directory, project))
                : null);
        _settings = new SettingFinder(_namedSecrets, surroundings);
    }

    /// <summary>What to say where a key is needed and there is none.</summary>
    public static ToolException Missing(IPlatform platform, string hint) =>
        new($"There is no {platform.KeyName} for {platform.Title}.", hint);

    /// <summary>How to give the key.</summary>
    public static string Hint(IPlatform platform) =>
        $"Set the environment variable {SettingFinder.Variable(platform.KeySetting)} or the user secret {platform.KeySetting}, "
        + "or pipe the key in with --secret-stdin.";

    /// <summary>How to give the key, or what does instead of it where nothing is to be signed.</summary>
    public static string HintForJudging(IPlatform platform) =>
        platform.Id is { IsInKey: true } id
            ? $"{Hint(platform)} {id.Option} alone is enough to judge by {platform.Title}'s own signature."
            : Hint(platform);

    /// <summary>How to give the id.</summary>
    public static string HintForId(PlatformId id) =>
        $"Give {id.Option}, or set the environment variable {SettingFinder.Variable(id.Setting)} or the user secret {id.Setting}.";

    /// <summary>What is known, which may be nothing.</summary>
    /// <exception cref="ToolException">A place that an option names lacks the key, or something there can't be read.</exception>
    public Credentials Find(IPlatform platform)
    {
        var id = _options.ReadId(_arguments, platform);
        var key = _pipedKey ?? _settings.Find(platform.KeySetting);

        if (key is null && _namedSecrets is not null)
        {
            throw new ToolException(
                $"The user secrets {_namedSecrets} hold no {platform.KeyName} for {platform.Title}.",
                $"Set it by 'dotnet user-secrets set {platform.KeySetting} ...'.");
        }

        return new Credentials(id ?? FindId(platform.Id, isKeyKnown: key is not null), key);
    }

    private static FoundSetting ReadKey(BoundedLineReader lines) =>
        lines.TryRead(out var line) && line is { IsEmpty: false, Length: <= TokenLimits.MaxLength }
            ? new FoundSetting(line.ToString(), "first line of standard input")
            : throw new ToolException(
                "The first line of standard input is no key.",
                "--secret-stdin takes the key from there, and tokens from the lines behind it.");

    private long? FindId(PlatformId? id, bool isKeyKnown)
    {
        if (id is null || isKeyKnown && id.IsInKey || _settings.Find(id.Setting) is not { } found)
        {
            return null;
        }

        return DecimalDigits.TryRead<char>(found.Value, out var number) && number > 0
            ? number
            : throw new ToolException($"The {id.Name} ({found.Origin}) is no number above 0.", $"Set it right, or give {id.Option}.");
    }
}
