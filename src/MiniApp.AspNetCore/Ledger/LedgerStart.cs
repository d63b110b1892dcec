using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>
/// Has the ledger in the process remember from the start of the host on, and says what it can't do: where an endpoint or a middleware uses it, and no
/// other ledger was added.
/// </summary>
internal sealed class LedgerStart(
    InProcessLaunchLedger inProcess, LedgerUse ofMiddleware, IServiceProvider services, ILogger<LedgerStart> logger) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!DesignTime.IsNow && (ofMiddleware.IsThere || IsUsed()) && services.GetService<ILaunchLedger>() == inProcess)
        {
            LedgerLog.InProcess(logger);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool IsUsed()
    {
        try
        {
            return services.GetService<EndpointDataSource>()?.Endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<IUsesLedger>() is not null) == true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // An endpoint that can't be made is a fault of the application's. Routing says so with the first request, as it does without us.
            return false;
        }
    }
}
