using System.Collections.Concurrent;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A ledger that forgets nothing, unless it is told to be away or young.</summary>
internal sealed class DictionaryLedger : ILaunchLedger
{
    private readonly ConcurrentDictionary<Guid, long> _marks = new();

    public bool IsAway { get; set; }

    public DateTimeOffset RemembersSince { get; set; }

    public ConcurrentQueue<LedgerClaim> Claims { get; } = new();

    public ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default)
    {
        Claims.Enqueue(claim);
        return new(
            IsAway ? LedgerAnswer.Unavailable
            : _marks.TryAdd(claim.Key, claim.Mark) ? new(LedgerOutcome.First, claim.Mark, RemembersSince)
            : new(LedgerOutcome.Again, _marks[claim.Key], RemembersSince));
    }
}
