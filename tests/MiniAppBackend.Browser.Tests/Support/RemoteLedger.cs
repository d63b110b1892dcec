using System.Collections.Concurrent;
using MiniApp.AspNetCore;

namespace MiniAppBackend.Browser.Tests;

/// <summary>A ledger that instances share, such as that over Redis: one that can be away.</summary>
internal sealed class RemoteLedger : ILaunchLedger
{
    private readonly ConcurrentDictionary<Guid, long> _marks = new();

    public bool IsAway { get; set; }

    public ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default) => new(
        IsAway ? LedgerAnswer.Unavailable
        : _marks.TryAdd(claim.Key, claim.Mark) ? new(LedgerOutcome.First, claim.Mark, DateTimeOffset.MinValue)
        : new(LedgerOutcome.Again, _marks[claim.Key], DateTimeOffset.MinValue));
}
