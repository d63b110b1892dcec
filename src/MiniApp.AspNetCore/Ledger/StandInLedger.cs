using System.Collections.Concurrent;

namespace MiniApp.AspNetCore;

/// <summary>A ledger of one process that forgets nothing, until the real one is there.</summary>
internal sealed class StandInLedger : ILaunchLedger
{
    private readonly ConcurrentDictionary<Guid, long> _marks = new();

    public ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default) => new(
        _marks.TryAdd(claim.Key, claim.Mark)
            ? new(LedgerOutcome.First, claim.Mark, default)
            : new LedgerAnswer(LedgerOutcome.Again, _marks[claim.Key], default));
}
