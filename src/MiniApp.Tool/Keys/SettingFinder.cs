using Microsoft.Extensions.Configuration;

namespace MiniApp.Tool.Keys;

/// <summary>
/// Looks settings up by the names that an application's configuration has them under. User secrets that were named are the only place;
/// otherwise the environment comes before the user secrets of the project in the current directory, as it does in an application.
/// </summary>
/// <param name="namedSecrets">The id of the user secrets that an option names; <see langword="null"/> where none does.</param>
/// <param name="surroundings">Where the environment and the directories come from.</param>
internal sealed class SettingFinder(string? namedSecrets, Surroundings surroundings)
{
    private readonly Lazy<(string Id, IConfiguration Values)?> _secrets = new(() =>
        (namedSecrets ?? ProjectFile.FindUserSecretsId(surroundings.Directory)) is { } id
            ? (id, UserSecrets.Read(id, surroundings.UserSecretsPath))
            : null);

    /// <summary>The environment variable by which an application's setting is set.</summary>
    public static string Variable(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The setting; <see langword="null"/> where it is nowhere, or empty.</summary>
    public FoundSetting? Find(string path) =>
        namedSecrets is null && surroundings.Variable(Variable(path)) is { Length: > 0 } variable
            ? new FoundSetting(variable, $"environment variable {Variable(path)}")
        : _secrets.Value is { } secrets && secrets.Values[path] is { Length: > 0 } secret
            ? new FoundSetting(secret, $"user secrets {secrets.Id}")
        : null;
}
