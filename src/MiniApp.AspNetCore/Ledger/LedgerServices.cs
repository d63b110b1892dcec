using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>The services by which launches are used once.</summary>
internal static class LedgerServices
{
    /// <summary>Adds them, unless they are there. A ledger that the application adds is used instead of that in the process.</summary>
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(provider => new InProcessLaunchLedger(
            provider.GetRequiredService<IOptions<LaunchLedgerOptions>>().Value, provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.TryAddSingleton<ILaunchLedger>(provider => provider.GetRequiredService<InProcessLaunchLedger>());
        services.TryAddSingleton<LedgerMetrics>();
        services.TryAddSingleton<LedgerUse>();
        services.TryAddSingleton<LaunchUses>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<LaunchLedgerOptions>, LaunchLedgerSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LaunchLedgerOptions>, LaunchLedgerSetup>());
        services.AddOptions<LaunchLedgerOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, LedgerStart>());
    }
}
