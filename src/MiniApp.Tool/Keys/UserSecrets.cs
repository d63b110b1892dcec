using Microsoft.Extensions.Configuration;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>The user secrets of an application, as <c>dotnet user-secrets</c> keeps them outside its folder.</summary>
internal static class UserSecrets
{
    /// <exception cref="UsageException">They are there and cannot be read.</exception>
    public static IConfiguration Read(string id, Func<string, string> path)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(path(id), optional: true).Build();
        }
        catch (Exception exception) when (exception
            is InvalidDataException or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            // What the exception says may quote the file.
            throw new UsageException($"The user secrets {id} cannot be read.", "'dotnet user-secrets list' shows what is wrong with them.");
        }
    }
}
