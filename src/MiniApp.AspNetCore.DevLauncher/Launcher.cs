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
    /// <exception cref="ArgumentException">An option can't be worked with.</exception>
    /// <exception cref="InvalidOperationException">This is not Development, or the scheme is not one of the platform.</exception>
    public static IEndpointConventionBuilder Map<TOptions>(
        IEndpointRouteBuilder endpoints,
        string pattern,
        Action<TOptions> configureOptions,
        Func<IServiceProvider, TOptions, ILauncherPlatform> createPlatform)
        where TOptions : ILauncherOptions, new()
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
        ThrowIfElsewhere(services.GetRequiredService<IHostEnvironment>(), options, platform);
        ThrowIfOfAnotherPlatform(services, options.AuthenticationScheme, platform);

        var calls = new CallLog();
        var subscription = services.GetRequiredService<DiagnosticListener>()
            .Subscribe(new CallObserver(calls, platform, options.AppUrl), CallObserver.IsWanted);
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(subscription.Dispose);

        var group = endpoints.MapGroup(pattern);
        new LauncherEndpoints(platform, calls, options).Map(group);
        return group.AllowAnonymous().ExcludeFromDescription();
    }

    private static void ThrowIfElsewhere(IHostEnvironment environment, ILauncherOptions options, ILauncherPlatform platform)
    {
        if (!environment.IsDevelopment() && !options.AllowOutsideDevelopment)
        {
            throw new InvalidOperationException(
                $"The {platform.Name} mini app launcher signs launches of any user for whoever opens it, so it is only for Development; " +
                $"this is {environment.EnvironmentName}. Map it behind app.Environment.IsDevelopment(), or set " +
                $"{options.GetType().Name}.{nameof(options.AllowOutsideDevelopment)} where everybody may be everybody.");
        }
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
}
