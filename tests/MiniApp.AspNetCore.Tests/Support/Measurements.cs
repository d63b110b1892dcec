using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What one instrument of one host measures: other hosts run at the same time.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(double Value, Dictionary<string, object?> Tags)> _all = new();

    public Measurements(IServiceProvider services, string meter, string instrument)
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Name == instrument && published.Meter.Name == meter && published.Meter.Scope == meters)
            {
                Instrument = published;
                listener.EnableMeasurementEvents(published);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => _all.Enqueue((value, new(tags.ToArray(), StringComparer.Ordinal))));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => _all.Enqueue((value, new(tags.ToArray(), StringComparer.Ordinal))));
        _listener.Start();
    }

    public Instrument? Instrument { get; private set; }

    public IReadOnlyCollection<(double Value, Dictionary<string, object?> Tags)> All => _all;

    /// <summary>Has a gauge tell what it would tell now.</summary>
    public void Record() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();
}
