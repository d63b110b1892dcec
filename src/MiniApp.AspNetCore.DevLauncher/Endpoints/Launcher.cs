using System.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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

        var group = endpoints.MapGroup(pattern);
        new LauncherEndpoints(platform, options, ListenToCalls(services, platform, options)).Map(group);
        return group.AllowAnonymous().ExcludeFromDescription();
    }

    private static void ThrowIfOfAnotherPlatform(IServiceProvider services, string scheme, ILauncherPlatform platform)
    {
        // The provider has its schemes at hand: the task is over before it is returned.
        var handler = services.GetService<IAuthenticationSchemeProvider>()?.GetSchemeAsync(scheme).GetAwaiter().GetResult()?.HandlerType;
        if (handler != platform.Handler)
        {
            throw new InvalidOperationException(
                $"There is no authentication scheme '{scheme}' of {platform.Name} mini apps to sign launches for: " +
                $"call AddAuthentication().{platform.Registration}.");
        }
    }

    private static CallLog ListenToCalls(IServiceProvider services, ILauncherPlatform platform, MiniAppLauncherOptions options)
    {
        var calls = new CallLog();
        var subscription = services.GetRequiredService<DiagnosticListener>()
            .Subscribe(new CallObserver(calls, platform, options.AppUrl), CallObserver.IsWanted);
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(subscription.Dispose);
        return calls;
    }
}
