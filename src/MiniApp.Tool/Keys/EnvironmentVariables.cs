using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace MiniApp.Tool.Keys;

/// <summary>Environment variables as settings: <c>__</c> stands for a colon, and a prefix is cut off.</summary>
internal static class EnvironmentVariables
{
    /// <summary>The variables whose names start with a prefix, as an application's configuration reads them.</summary>
    public static IConfigurationSource Read(IReadOnlyDictionary<string, string> variables, string prefix)
    {
        // Two names may differ in case alone; settings' names do not.
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in variables)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                settings[name[prefix.Length..].Replace("__", ":", StringComparison.Ordinal)] = value;
            }
        }

        return new MemoryConfigurationSource { InitialData = settings };
    }

    /// <summary>The variable that sets a setting.</summary>
    public static string NameOf(string path) => path.Replace(":", "__", StringComparison.Ordinal);
}
