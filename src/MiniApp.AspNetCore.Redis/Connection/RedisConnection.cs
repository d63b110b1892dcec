using System.Diagnostics;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Makes every call to Redis: none waits longer than the timeout, none is made while the breaker is open, none throws.</summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private readonly RedisSource _source;
    private readonly IServiceProvider _services;
    private readonly RedisMetrics _metrics;
    private readonly TimeSpan _timeout;
    private readonly RedisBreaker _breaker;
    private readonly Lock _lock = new();
    private Task<IConnectionMultiplexer>? _connecting;

    public RedisConnection(
        RedisSource source, IServiceProvider services, IOptions<MiniAppRedisOptions> options, TimeProvider clock, RedisMetrics metrics)
    {
        (_source, _services, _metrics, _timeout) = (source, services, metrics, options.Value.Timeout);
        _breaker = new RedisBreaker(options.Value.BreakAfter, options.Value.BreakFor, clock);
        metrics.Observe(() => _breaker.IsOpen);
    }

    /// <summary>The connection, which is tried again where it could not be made.</summary>
    public Task<IConnectionMultiplexer> ConnectAsync()
    {
        lock (_lock)
        {
            if (_connecting is null or { IsFaulted: true } or { IsCanceled: true })
            {
                // The application's own factory may block while it connects.
                _connecting = Task.Run(() => _source.Connect(_services));
            }

            return _connecting;
        }
    }

    /// <summary>Makes a call.</summary>
    /// <param name="use">What for.</param>
    /// <param name="argument">What the call needs, so that it needs no closure.</param>
    /// <param name="call">Sends commands and reads their answers. It throws <see cref="RedisFaults.NoSense"/> where it can't.</param>
    /// <param name="cancellationToken">Ends the wait; the only reason for which this throws.</param>
    public async Task<RedisReply<T>> CallAsync<TArgument, T>(
        RedisUse use, TArgument argument, Func<IDatabase, TArgument, Task<T>> call, CancellationToken cancellationToken)
    {
        if (!_breaker.TryEnter())
        {
            use.Failed(RedisFaults.KeptBack);
            return new(default, RedisFaults.KeptBack);
        }

        var start = Stopwatch.GetTimestamp();
        Task<T>? answer = null;
        string? fault = null;
        T? value = default;
        try
        {
            // A call is not begun when its caller has given up waiting for the connection.
            var multiplexer = await ConnectAsync().WaitAsync(_timeout, TimeProvider.System, cancellationToken);
            answer = call(multiplexer.GetDatabase(), argument);
            value = await answer.WaitAsync(Rest(start), TimeProvider.System, cancellationToken);
            _breaker.Succeeded();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Forget(answer);
            throw;
        }
        catch (Exception exception)
        {
            Forget(answer);
            fault = RedisFaults.Of(exception);
            if (RedisFaults.IsSilence(exception))
            {
                _breaker.Failed();
            }
            else
            {
                _breaker.Succeeded();
            }
        }

        _metrics.Record(use.Name, Stopwatch.GetElapsedTime(start), fault);
        if (fault is null)
        {
            use.Succeeded();
        }
        else
        {
            use.Failed(fault);
        }

        return new(value, fault);
    }

    public async ValueTask DisposeAsync()
    {
        if (_source.IsOurs && _connecting is { IsCompletedSuccessfully: true } connected)
        {
            await connected.Result.DisposeAsync();
        }
    }

    private static void Forget(Task? answer) => _ = answer?.ContinueWith(
        late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private TimeSpan Rest(long start)
    {
        var rest = _timeout - Stopwatch.GetElapsedTime(start);
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }
}
