using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// Connects before anything else of the host starts, and looks once a second whether the keys and the ledger's memory are what they were.
/// </summary>
internal sealed class RedisWatch(
    RedisConnection connection,
    RedisLaunchLedger ledger,
    RedisKeyRepository repository,
    RedisAdvice advice,
    IOptions<KeyManagementOptions> keys,
    TimeProvider clock) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // A host that waited for a Redis that is away would not start at all, and could not say why.
    private static readonly TimeSpan FirstConnection = TimeSpan.FromSeconds(2);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var connecting = connection.ConnectAsync();
        await Task.WhenAny(connecting, Task.Delay(FirstConnection, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        await ledger.MarkAllAsync(cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await ledger.WatchAsync(stoppingToken);
            await advice.GiveOnceAsync(stoppingToken);
            if (keys.Value.XmlRepository == repository)
            {
                await repository.WatchAsync(stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
