using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;

namespace MiniApp.Testing;

/// <summary>Finds the settings of a scheme of the host under test.</summary>
internal static class TestedScheme
{
    /// <summary>The options that the scheme's handler works with.</summary>
    /// <exception cref="InvalidOperationException">The host has no such scheme. The message names those that it has.</exception>
    public static TOptions FindOptions<TOptions>(IServiceProvider services, string scheme)
        where TOptions : MiniAppOptions, new()
    {
        var schemes = services.GetRequiredService<IOptions<AuthenticationOptions>>().Value.Schemes
            .Where(candidate => typeof(AuthenticationHandler<TOptions>).IsAssignableFrom(candidate.HandlerType))
            .Select(candidate => candidate.Name)
            .ToArray();

        return schemes.Contains(scheme, StringComparer.Ordinal)
            ? services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(scheme)
            : throw new InvalidOperationException(
                $"The host has no authentication scheme '{scheme}' with {typeof(TOptions).Name}. {Describe(schemes)}");
    }

    private static string Describe(string[] schemes) =>
        schemes.Length == 0 ? "It has no such scheme at all." : $"It has these: '{string.Join("', '", schemes)}'.";
}
