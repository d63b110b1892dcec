namespace MiniApp.AspNetCore;

/// <summary>How a claim on the ledger ended.</summary>
public enum LedgerOutcome
{
    /// <summary>The ledger was not reached in time, or is full.</summary>
    Unavailable = 0,

    /// <summary>Nobody had claimed the key.</summary>
    First,

    /// <summary>Somebody had.</summary>
    Again,
}
