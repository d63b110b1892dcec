using MiniApp.AspNetCore;
using Npgsql;

namespace MiniAppBackend.Tests;

/// <summary>The ledger of docs/postgresql.md, which quotes it.</summary>
public sealed class PostgresLedger(NpgsqlDataSource database, TimeSpan? timeout = null) : ILaunchLedger
{
    public async ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default)
    {
        try
        {
            return await ClaimOnceAsync(claim).WaitAsync(timeout ?? TimeSpan.FromMilliseconds(250), cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            return LedgerAnswer.Unavailable;
        }
    }

    // Npgsql is not told that nobody waits any more: it would ask a server that hangs to stop, and wait for that.
    private async Task<LedgerAnswer> ClaimOnceAsync(LedgerClaim claim) =>
        await InsertAsync(claim) ?? await FindAsync(claim.Key) ?? LedgerAnswer.Unavailable;

    // Of many at once, one inserts. The others wait for it, and then insert nothing.
    private async Task<LedgerAnswer?> InsertAsync(LedgerClaim claim)
    {
        await using var insert = database.CreateCommand(
            "INSERT INTO used_launches (key, mark, keep_until) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING "
            + "RETURNING (SELECT since FROM used_launches_since)");
        insert.Parameters.Add(new() { Value = claim.Key });
        insert.Parameters.Add(new() { Value = claim.Mark });
        insert.Parameters.Add(new() { Value = claim.KeepUntil.UtcDateTime });
        return await insert.ExecuteScalarAsync() is DateTime since
            ? new LedgerAnswer(LedgerOutcome.First, claim.Mark, new DateTimeOffset(since, TimeSpan.Zero))
            : null;
    }

    private async Task<LedgerAnswer?> FindAsync(Guid key)
    {
        await using var find = database.CreateCommand("SELECT mark, since FROM used_launches, used_launches_since WHERE key = $1");
        find.Parameters.Add(new() { Value = key });
        await using var row = await find.ExecuteReaderAsync();
        return await row.ReadAsync()
            ? new LedgerAnswer(LedgerOutcome.Again, row.GetInt64(0), new DateTimeOffset(row.GetDateTime(1), TimeSpan.Zero))
            : null;
    }
}
