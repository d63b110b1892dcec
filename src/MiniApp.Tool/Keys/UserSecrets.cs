using Microsoft.Extensions.Configuration;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>The user secrets of an application, as <c>dotnet user-secrets</c> keeps them outside its folder.</summary>
internal static class UserSecrets
{
    /// <summary>Them; <see langword="null"/> where there are none.</summary>
    /// <exception cref="UsageException">They are there and cannot be read.</exception>
    public static IConfigurationSource? Read(string id, Func<string, string> path)
    {
        try
        {
            return SettingsFile.Read(path(id));
        }
        catch (Exception exception) when (exception is UsageException or InvalidOperationException or ArgumentException)
        {
            throw new UsageException($"The user secrets {id} cannot be read.", "'dotnet user-secrets list' shows what is wrong with them.");
        }
    }
}
