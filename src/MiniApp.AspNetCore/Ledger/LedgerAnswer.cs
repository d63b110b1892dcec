using System.Runtime.InteropServices;

namespace MiniApp.AspNetCore;

/// <summary>What the ledger says to a claim.</summary>
/// <param name="Outcome">Whether the claim came first.</param>
/// <param name="FirstMark">The mark of the claim that came first: this one's, or the earlier one's.</param>
/// <param name="RemembersSince">Since when the ledger has forgotten nothing. What was signed before may have been used before.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LedgerAnswer(LedgerOutcome Outcome, long FirstMark, DateTimeOffset RemembersSince)
{
    /// <summary>Whether the key was used can't be told.</summary>
    public static LedgerAnswer Unavailable => default;
}
