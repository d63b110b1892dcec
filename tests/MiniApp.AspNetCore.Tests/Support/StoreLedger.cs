namespace MiniApp.AspNetCore.Tests;

/// <summary>A ledger that has to wait for its store, and gives up where it is told that nobody waits for it, as the clients of stores do.</summary>
/// <param name="inner">What the store knows.</param>
internal sealed class StoreLedger(ILaunchLedger inner) : ILaunchLedger
{
    /// <summary>What happens while the store is asked.</summary>
    public Action? Meanwhile { get; set; }

    public async ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        Meanwhile?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        return await inner.ClaimAsync(claim, cancellationToken);
    }
}
