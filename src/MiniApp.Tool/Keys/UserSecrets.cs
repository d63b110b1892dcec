using Microsoft.Extensions.Configuration;

namespace MiniApp.Tool.Keys;

/// <summary>The user secrets of an application, as <c>dotnet user-secrets</c> keeps them outside its folder.</summary>
internal static class UserSecrets
{
    /// <exception cref="ToolException">They can't be read. It is no fault if there are none.</exception>
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
            throw new ToolException($"The user secrets {id} can't be read.", "'dotnet user-secrets list' tells what is wrong with them.");
        }
    }
}
