namespace MiniApp.AspNetCore;

/// <summary>
/// Remembers what was used, so that it can be told from what was not: a launch, or a session's refresh token. The application has an
/// in-process one unless it adds another, such as that over Redis. Of many claims of one key at once, exactly one comes first.
/// </summary>
public interface ILaunchLedger
{
    /// <summary>Claims a key, unless somebody has.</summary>
    /// <param name="claim">What is claimed.</param>
    /// <param name="cancellationToken">Ends the wait; the claim may have been made then.</param>
    /// <returns>
    /// Whether the claim came first, or <see cref="LedgerOutcome.Unavailable"/> where that can't be told. It waits no longer than the
    /// ledger's own timeout, and throws for nothing but <paramref name="cancellationToken"/>.
    /// </returns>
    ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default);
}
