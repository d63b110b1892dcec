namespace MiniApp.AspNetCore;

/// <summary>Whether a middleware uses the ledger: no endpoint tells of it.</summary>
internal sealed class LedgerUse
{
    public bool IsThere { get; set; }
}
