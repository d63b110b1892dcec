using System.Diagnostics.Metrics;

namespace MiniApp.AspNetCore;

/// <summary>Measures how old an instance's copy of the revocations is. How many it refuses is in the framework's metric, by reason.</summary>
internal static class RevocationMetrics
{
    public static void Measure(RevocationFreshness freshness, IMeterFactory meters) =>
        meters.Create(MiniAppDiagnostics.MeterName).CreateObservableGauge<double>(
            MiniAppDiagnostics.RevocationsAge,
            () => freshness.Age is { } age ? [new(age.TotalSeconds)] : [],
            unit: "s",
            description: "How long ago the store of revocations was read.");
}
