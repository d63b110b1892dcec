namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>Claims that are easy to read in a test.</summary>
internal static class Claims
{
    public static LedgerClaim Of(Guid key, long mark, DateTimeOffset now) => new(key, mark, now + TimeSpan.FromHours(1));

    public static ValueTask<LedgerAnswer> ClaimAsync(this ILaunchLedger ledger, Guid key, long mark) =>
        ledger.ClaimAsync(Of(key, mark, TimeProvider.System.GetUtcNow()));
}
