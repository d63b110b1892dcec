namespace MiniApp.AspNetCore;

/// <summary>What becomes of a launch where the ledger can't tell whether it was used.</summary>
public enum LedgerUnavailableBehavior
{
    /// <summary>It is refused by 503 with <c>Retry-After</c>: nothing is used twice.</summary>
    Refuse = 0,

    /// <summary>It is accepted: nobody is kept out, and a launch may be used twice meanwhile.</summary>
    Accept,
}
