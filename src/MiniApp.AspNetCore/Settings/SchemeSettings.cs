using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// Has a scheme's options read its section of the configuration, checked when the host starts, and kept while a change of them is unsound.
/// </summary>
internal static class SchemeSettings
{
    public static void Add<TOptions>(IServiceCollection services, string scheme)
        where TOptions : class, ISchemeSettings, new()
    {
        services.TryAddSingleton<SchemeHealth>();
        services.TryAddSingleton<MisplacedSettings>();
        services.TryAddSingleton<SettingsReporter<TOptions>>();
        services.TryAddSingleton<IOptionsMonitor<TOptions>, LastGoodOptionsMonitor<TOptions>>();
        services.TryAddScoped<IOptionsSnapshot<TOptions>, OptionsInForce<TOptions>>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<TOptions>, ConfigureFromSection<TOptions>>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, ValidateSettings<TOptions>>());
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(provider =>
            new SchemeChangeTokenSource<TOptions>(scheme, provider.GetRequiredService<IAuthenticationConfigurationProvider>()));
        services.AddOptions<StartOf<TOptions>>(scheme)
            .Configure<IOptionsMonitor<TOptions>>((_, monitor) =>
            {
                if (monitor is not LastGoodOptionsMonitor<TOptions> { HasForeignCache: true })
                {
                    monitor.Get(scheme);
                }
            })
            .ValidateOnStart();
    }
}
