using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Measures the calls.</summary>
internal sealed class RedisMetrics(IMeterFactory meters)
{
    private readonly Meter _meter = meters.Create(MiniAppDiagnostics.MeterName);
    private readonly Histogram<double> _duration = meters.Create(MiniAppDiagnostics.MeterName).CreateHistogram(
        MiniAppRedisDiagnostics.CallDuration,
        unit: "s",
        description: "How long calls to Redis take.",
        tags: null,
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.25, 1] });

    /// <summary>Watches the breaker.</summary>
    public void Observe(Func<bool> isOpen) => _meter.CreateObservableGauge(
        MiniAppRedisDiagnostics.BreakerOpen, () => isOpen() ? 1 : 0, description: "Whether calls to Redis are kept back: 1 while they are.");

    public void Record(string use, TimeSpan duration, string? fault)
    {
        if (!_duration.Enabled)
        {
            return;
        }

        var tags = new TagList { { MiniAppRedisDiagnostics.Use, use } };
        if (fault is not null)
        {
            tags.Add(MiniAppRedisDiagnostics.Fault, fault);
        }

        _duration.Record(duration.TotalSeconds, tags);
    }
}
