using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>The services of revocations.</summary>
internal static class RevocationServices
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddMetrics();
        services.AddLogging();
        services.TryAddSingleton(Create);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RevocationWatcher>());
    }

    private static MiniAppRevocations Create(IServiceProvider provider)
    {
        var revocations = new MiniAppRevocations(
            provider.GetService<IRevocationStore>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<MiniAppRevocations>>());
        RevocationMetrics.Measure(revocations.Freshness, provider.GetRequiredService<IMeterFactory>());
        return revocations;
    }
}
