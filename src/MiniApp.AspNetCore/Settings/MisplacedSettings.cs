using System.Reflection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// Finds where the keys stand that a scheme misses, for the words that keep a host from starting: in another section, in a variable of the
/// environment with too few underscores, in user secrets that nobody reads. It tells names, never what is behind them.
/// </summary>
internal sealed class MisplacedSettings(IServiceProvider services, IOptions<AuthenticationOptions> authentication)
{
    private const int MostPaths = 4;

    private static readonly char[] Separators = [':', '_'];

    /// <summary>Where the settings are that the scheme's section lacks.</summary>
    /// <param name="scheme">The scheme's name.</param>
    /// <param name="section">What was read in its section; <see langword="null"/> where it was not.</param>
    /// <returns>A sentence or two, or <see langword="null"/>.</returns>
    public string? Find(string scheme, SectionReading? section)
    {
        // Old secrets say nothing of what the environment was given a moment ago, so neither keeps the other quiet.
        string[] found = section is null ? [] : [.. new[] { FindInUserSecrets(scheme, section), FindInConfiguration(scheme, section) }.OfType<string>()];
        return found.Length == 0 ? null : string.Join(' ', found);
    }

    private static string PathOf(string scheme) => ConfigurationPath.Combine("Authentication", "Schemes", scheme);

    private string? FindInConfiguration(string scheme, SectionReading section)
    {
        string[] known = [.. authentication.Value.Schemes.Select(other => PathOf(other.Name))];
        string[] missing = [.. section.MissingKeys];
        string[] paths =
        [
            .. (services.GetService<IConfiguration>()?.AsEnumerable() ?? [])
                .Where(setting => setting.Value is not null)
                .Select(setting => setting.Key)
                .Where(path => missing.Contains(path.Split(Separators)[^1], StringComparer.OrdinalIgnoreCase))
                .Where(path => !Array.Exists(known, other => path.StartsWith(other + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase)))
                .Order(StringComparer.Ordinal)
                .Take(MostPaths),
        ];

        return paths.Length == 0 ? null
            : $"Settings of such names stand where no scheme reads them: {string.Join(", ", paths)}."
                + (Array.Exists(paths, path => path.Contains('_', StringComparison.Ordinal))
                    ? $" A variable of the environment has two underscores between names: Authentication__Schemes__{scheme}__{missing[0]}."
                    : null);
    }

    private string? FindInUserSecrets(string scheme, SectionReading section)
    {
        if (services.GetService<IHostEnvironment>() is not { } environment
            || environment.IsDevelopment()
            || FindAssembly(environment) is not { } application)
        {
            return null;
        }

        string[] names = [.. ReadUserSecrets(application, PathOf(scheme)).Where(name => !section.Has(name))];

        return names.Length == 0 ? null
            : $"User secrets have {string.Join(", ", names)}, but they are read in Development alone, and this is {environment.EnvironmentName}.";
    }

    // The host reads no such file here: one that is broken, or another user's, must not become what keeps it from starting.
    private static string[] ReadUserSecrets(Assembly application, string path)
    {
        try
        {
            return
            [
                .. new ConfigurationBuilder().AddUserSecrets(application, optional: true, reloadOnChange: false).Build()
                    .GetSection(path).GetChildren().Select(setting => setting.Key),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return [];
        }
    }

    // As the framework finds it for the same purpose.
    private static Assembly? FindAssembly(IHostEnvironment environment)
    {
        try
        {
            return Assembly.Load(new AssemblyName(environment.ApplicationName));
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
