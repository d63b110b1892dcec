using System.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Adds a launcher to an application, where it may be.</summary>
internal static class Launcher
{
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An option has a value that no launcher can work with.</exception>
    /// <exception cref="InvalidOperationException">This is not Development, or the scheme is not one of the platform.</exception>
    public static IEndpointConventionBuilder Map<TOptions>(
        IEndpointRouteBuilder endpoints,
        string pattern,
        Action<TOptions> configureOptions,
        Func<IServiceProvider, TOptions, ILauncherPlatform> createPlatform)
        where TOptions : MiniAppLauncherOptions, new()
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(configureOptions);

        var options = new TOptions();
        configureOptions(options);
        if (options.FindFault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(configureOptions));
        }

        var services = endpoints.ServiceProvider;
        var platform = createPlatform(services, options);
        DevelopmentOnly.ThrowIfElsewhere(services.GetRequiredService<IHostEnvironment>(), platform.Name, options);
        ThrowIfOfAnotherPlatform(services, options.AuthenticationScheme, platform);

        var secret = CreateSecret(services.GetRequiredService<IHostEnvironment>(), pattern);
        var guard = new LauncherGuard(options, secret);
        var group = endpoints.MapGroup(pattern);
        new LauncherEndpoints(platform, options, guard, ListenToCalls(services, platform, options)).Map(group);
        PrintAddress(services, platform, guard, secret);

        // A policy for the whole application would hand what the secret had opened to whoever asks next.
        group.CacheOutput(cache => cache.NoCache());
        return group.AllowAnonymous().ExcludeFromDescription();
    }

    private static void ThrowIfOfAnotherPlatform(IServiceProvider services, string scheme, ILauncherPlatform platform)
    {
        // The provider has its schemes at hand: the task is over before it is returned.
        var schemes = services.GetService<IAuthenticationSchemeProvider>()?.GetAllSchemesAsync().GetAwaiter().GetResult() ?? [];
        string[] names = [.. schemes.Where(known => known.HandlerType == platform.Handler).Select(known => known.Name).Order(StringComparer.Ordinal)];
        if (!names.Contains(scheme, StringComparer.Ordinal))
        {
            throw new InvalidOperationException(
                $"There is no authentication scheme '{scheme}' of {platform.Name} mini apps to sign launches for: " + (names.Length == 0
                    ? $"call AddAuthentication().{platform.Registration}."
                    : $"set AuthenticationScheme in the launcher's options to {string.Join(" or ", names.Select(name => $"'{name}'"))}."));
        }
    }

    private static LauncherSecret CreateSecret(IHostEnvironment environment, string pattern) =>
        WatchRun.Find(Environment.GetEnvironmentVariable) is { } run && WatchedSecretFile.Folder is { } folder
            ? new WatchedSecretFile(folder, $"{environment.ContentRootPath}\n{environment.ApplicationName}\n{pattern}").Keep(run)
            : LauncherSecret.Random();

    /// <summary>Says where the launcher is as soon as that is known. Its secret is told there and nowhere else.</summary>
    private static void PrintAddress(IServiceProvider services, ILauncherPlatform platform, LauncherGuard guard, LauncherSecret secret) =>
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => services
            .GetRequiredService<ILoggerFactory>()
            .CreateLogger(LauncherLog.Category)
            .LauncherStarted(platform.Name, LauncherAddress.Find(services, platform, guard.Answers, secret)));

    private static CallLog ListenToCalls(IServiceProvider services, ILauncherPlatform platform, MiniAppLauncherOptions options)
    {
        var calls = new CallLog();
        var subscription = services.GetRequiredService<DiagnosticListener>()
            .Subscribe(new CallObserver(calls, platform, options), CallObserver.IsWanted);
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(subscription.Dispose);
        return calls;
    }
}
