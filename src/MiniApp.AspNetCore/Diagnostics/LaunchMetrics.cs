using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MiniApp.AspNetCore;

/// <summary>
/// Measures what the framework can't know. How long authentication takes, and how it ends by reason, is in the framework's own
/// <c>aspnetcore.authentication.authenticate.duration</c>.
/// </summary>
internal sealed class LaunchMetrics(IMeterFactory meters)
{
    private readonly Histogram<double> _age = meters.Create(MiniAppDiagnostics.MeterName).CreateHistogram(
        MiniAppDiagnostics.LaunchAge,
        unit: "s",
        description: "How old launches are when they sign a user in.",
        tags: null,
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 10, 60, 300, 900, 1800, 3600, 14400, 43200, 86400] });

    /// <summary>Whether anybody listens.</summary>
    public bool IsEnabled => _age.Enabled;

    /// <param name="launch">What is known of the launch.</param>
    /// <param name="app">The id of its app or bot, where the platform tells it.</param>
    /// <param name="age">Its age; one that is dated ahead, by a clock that is ahead of ours, counts as new.</param>
    public void Record(LaunchFacts launch, long? app, TimeSpan age)
    {
        var tags = new TagList { { MiniAppDiagnostics.Platform, launch.Platform } };
        if (app is { } appId)
        {
            tags.Add(MiniAppDiagnostics.AppId, appId);
        }

        if (launch.Client is { } client)
        {
            tags.Add(MiniAppDiagnostics.Client, client);
        }

        _age.Record(Math.Max(age.TotalSeconds, 0), tags);
    }
}
