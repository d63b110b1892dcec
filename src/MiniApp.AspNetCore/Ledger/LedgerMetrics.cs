using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MiniApp.AspNetCore;

/// <summary>Counts what became of claims on the ledger.</summary>
internal sealed class LedgerMetrics(IMeterFactory meters)
{
    public const string First = "first";
    public const string Again = "again";
    public const string Replayed = "replayed";
    public const string Forgotten = "forgotten";
    public const string Unavailable = "unavailable";

    private readonly Counter<long> _claims = meters.Create(MiniAppDiagnostics.MeterName).CreateCounter<long>(
        MiniAppDiagnostics.LedgerClaims, unit: "{claim}", description: "What became of claims on the ledger of what was used.");

    /// <param name="outcome">One of the constants here.</param>
    public void Count(string outcome)
    {
        if (_claims.Enabled)
        {
            _claims.Add(1, new TagList { { MiniAppDiagnostics.ClaimOutcome, outcome } });
        }
    }
}
