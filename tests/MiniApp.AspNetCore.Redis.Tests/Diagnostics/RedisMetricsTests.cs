using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>How long calls take, why they fail, and whether the breaker is open.</summary>
public sealed class RedisMetricsTests
{
    [Fact]
    public async Task Calls_are_measured_by_use_and_fault()
    {
        var calls = new ConcurrentQueue<string>();
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(redis, configure: options => options.BreakAfter = 3);
        var instruments = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        using var listener = Listen(instance, instruments, (name, value, tags) => calls.Enqueue(
            $"{name} {(name.EndsWith("open", StringComparison.Ordinal) ? value : value >= 0 ? "ok" : "below 0")} {string.Join(' ', tags)}"));

        await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1);
        listener.RecordObservableInstruments();
        await redis.KillAsync();
        for (var i = 0; i < 10; i++)
        {
            await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1);
        }

        listener.RecordObservableInstruments();
        Assert.Contains("miniapp.redis.call.duration ok miniapp.redis.use=launches", calls.Select(call => call.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace(", ", "=", StringComparison.Ordinal)));
        Assert.Contains(calls, call => call.Contains("miniapp.redis.fault, no connection", StringComparison.Ordinal));
        Assert.Equal(
            "s: How long calls to Redis take. 0.0001 0.00025 0.0005 0.001 0.0025 0.005 0.01 0.05 0.1 0.25 1", instruments["miniapp.redis.call.duration"]);
        Assert.Equal(": Whether calls to Redis are kept back: 1 while they are.", instruments["miniapp.redis.breaker.open"]);
        Assert.Equal(["miniapp.redis.breaker.open 0 ", "miniapp.redis.breaker.open 1 "], calls.Where(call => call.Contains("open", StringComparison.Ordinal)));
    }

    private static MeterListener Listen(Instance instance, ConcurrentDictionary<string, string> instruments, Action<string, double, KeyValuePair<string, object?>[]> heard)
    {
        var factory = instance.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Scope == factory && instrument.Name.StartsWith("miniapp.redis", StringComparison.Ordinal))
                {
                    var bounds = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? [];
                    instruments[instrument.Name] = $"{instrument.Unit}: {instrument.Description} {string.Join(' ', bounds.Select(bound => bound.ToString(System.Globalization.CultureInfo.InvariantCulture)))}".TrimEnd();
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => heard(instrument.Name, value, tags.ToArray()));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => heard(instrument.Name, value, tags.ToArray()));
        listener.Start();
        return listener;
    }
}
