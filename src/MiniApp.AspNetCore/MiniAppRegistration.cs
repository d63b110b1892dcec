using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// Adds a platform's scheme: its handler, its section of the configuration, the refusal to start without sound settings, and what
/// stands around it.
/// </summary>
internal static class MiniAppRegistration
{
    public static AuthenticationBuilder AddMiniApp<
        TOptions,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TConfigure,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TValidate,
        TLaunch>(
        this AuthenticationBuilder builder, string authenticationScheme, string? displayName, Action<TOptions> configureOptions)
        where TOptions : MiniAppOptions, new()
        where THandler : MiniAppHandler<TOptions>
        where TConfigure : MiniAppConfigureOptions<TOptions>
        where TValidate : MiniAppValidateOptions<TOptions>
        where TLaunch : class
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;
        services.AddMetrics();
        services.TryAddSingleton<LaunchMetrics>();
        services.TryAddSingleton<SchemeHealth>();
        services.TryAddSingleton<IOptionsFactory<TOptions>, LastGoodOptionsFactory<TOptions>>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<TOptions>, TConfigure>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidate>());
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(provider =>
            new SchemeChangeTokenSource<TOptions>(authenticationScheme, provider.GetRequiredService<IAuthenticationConfigurationProvider>()));
        services.AddOptions<TOptions>(authenticationScheme).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, LaunchAgeHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<PlatformSchemes, PlatformSchemes<TOptions, THandler>>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, ProblemBodies>());
        LaunchParameter.Add<TLaunch>(services);

        return builder.AddScheme<TOptions, THandler>(authenticationScheme, displayName, configureOptions);
    }
}
