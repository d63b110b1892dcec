using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Has a service of the application's set a scheme's options.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
/// <typeparam name="TService">The service.</typeparam>
/// <param name="scheme">The scheme's name.</param>
/// <param name="services">What the application registered, to tell how long a service lives.</param>
/// <param name="provider">The application's services, those of no request.</param>
/// <param name="configure">Sets the options.</param>
internal sealed class ConfigureByService<TOptions, TService>(
    string scheme, IServiceCollection services, IServiceProvider provider, Action<TOptions, TService> configure) : IConfigureNamedOptions<TOptions>
    where TOptions : class
    where TService : class
{
    // Two threads may both ask for it at first; a singleton is the same for both.
    private TService? _service;

    public void Configure(TOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, TOptions options)
    {
        if (name == scheme)
        {
            configure(options, _service ??= Resolve(scheme, services, provider));
        }
    }

    // Only in Development does the framework object to it; elsewhere the first one would be kept for good, and nobody would see it.
    private static TService Resolve(string scheme, IServiceCollection services, IServiceProvider provider) =>
        FindLifetime(services, typeof(TService)) != ServiceLifetime.Scoped ? provider.GetRequiredService<TService>()
            : throw new OptionsValidationException(
                scheme,
                typeof(TOptions),
                [
                    $"Authentication scheme '{scheme}': its settings come from {typeof(TService).FullName}, which is registered for each request "
                    + "(AddScoped). Settings belong to no request, so it has to be a singleton (AddSingleton).",
                ]);

    private static ServiceLifetime? FindLifetime(IServiceCollection services, Type type) =>
        services.LastOrDefault(service => !service.IsKeyedService && service.ServiceType == type)?.Lifetime
        ?? (type.IsConstructedGenericType ? FindLifetime(services, type.GetGenericTypeDefinition()) : null);
}
