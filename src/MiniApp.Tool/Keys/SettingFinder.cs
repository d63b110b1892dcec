using Microsoft.Extensions.Configuration;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>
/// Looks settings up by their names in an application's configuration. User secrets that were named are the only place;
/// otherwise the environment comes before the user secrets of the project in the current directory, as it does in an application.
/// </summary>
/// <param name="namedSecrets">The id of the user secrets that an option names; <see langword="null"/> where none does.</param>
/// <param name="environment">Where the environment and the directories come from.</param>
internal sealed class SettingFinder(string? namedSecrets, ToolEnvironment environment)
{
    private readonly Lazy<(string Id, IConfiguration Values)?> _secrets = new(() =>
        (namedSecrets ?? ProjectFile.FindUserSecretsId(environment.Directory)) is { } id
            ? (id, UserSecrets.Read(id, environment.UserSecretsPath))
            : null);

    /// <summary>The environment variable that sets an application's setting.</summary>
    public static string Variable(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The setting; <see langword="null"/> where it is nowhere, or empty.</summary>
    /// <param name="path">The setting's name, the colons included.</param>
    /// <param name="origin">Where it was found, for a message; empty where it was not.</param>
    public string? Find(string path, out string origin)
    {
        if (namedSecrets is null && environment.Variable(Variable(path)) is { Length: > 0 } variable)
        {
            origin = $"environment variable {Variable(path)}";
            return variable;
        }

        if (_secrets.Value is { } secrets && secrets.Values[path] is { Length: > 0 } secret)
        {
            origin = $"user secrets {secrets.Id}";
            return secret;
        }

        origin = "";
        return null;
    }
}
