using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>
/// Keeps an instance's copy of the revocations up to date: before the host takes requests, then each second, and as soon as another instance
/// says that something changed. Where there is no store, there is nothing to do.
/// </summary>
internal sealed class RevocationWatcher : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The least time between readings, however many changes are told.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly IRevocationStore? _store;
    private readonly TimeProvider _clock;
    private readonly RevocationReader? _reader;
    private readonly PeriodicTimer? _timer;

    public RevocationWatcher(
        MiniAppRevocations revocations, ILogger<MiniAppRevocations> logger, IRevocationStore? store = null, TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        if (store is not null)
        {
            _store = store;
            _reader = new(store, revocations, _clock, logger);
            _timer = new(Interval, _clock);
        }
    }

    // Before any service starts, and so before the server does: whoever is served is judged.
    public Task StartingAsync(CancellationToken cancellationToken) => _reader?.ReadAsync(cancellationToken) ?? Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        _timer?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_store is null || _reader is null || _timer is null)
        {
            return;
        }

        var tick = _timer.WaitForNextTickAsync(stoppingToken).AsTask();
        var change = ListenAsync(_store, stoppingToken);
        while (await WaitAsync(tick, change))
        {
            var isTick = tick.IsCompleted;
            if (isTick)
            {
                tick = _timer.WaitForNextTickAsync(stoppingToken).AsTask();
            }

            // Listening goes on before reading, so that no change falls between the two.
            if (change.IsCompleted)
            {
                change = ListenAsync(_store, stoppingToken);
            }

            await _reader.ReadAsync(stoppingToken);
            if (!isTick)
            {
                // A tick ends the pause: it may have come while this read, and is never put off.
                await Task.WhenAny(Task.Delay(Pause, _clock, stoppingToken), tick);
            }
        }
    }

    /// <returns>Whether to go on: not once the host stops.</returns>
    private static async Task<bool> WaitAsync(Task<bool> tick, Task<bool> change)
    {
        // Where the store can't listen, the next reading is that of the tick.
        var first = await Task.WhenAny(tick, change);
        return first == change && await change ? !tick.IsCanceled : await tick;
    }

    /// <returns>Whether something changed; otherwise the store can't listen.</returns>
    private static async Task<bool> ListenAsync(IRevocationStore store, CancellationToken cancellationToken)
    {
        try
        {
            await store.WaitForChangeAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }
}
