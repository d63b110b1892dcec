using MiniApp.AspNetCore;
using Npgsql;

namespace MiniAppBackend.Tests;

/// <summary>The ledger of docs/postgresql.md, which quotes it.</summary>
public sealed class PostgresLedger(NpgsqlDataSource database, TimeSpan? timeout = null) : ILaunchLedger
{
    public async ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        wait.CancelAfter(timeout ?? TimeSpan.FromMilliseconds(250));
        try
        {
            return await InsertAsync(claim, wait.Token) ?? await FindAsync(claim.Key, wait.Token) ?? LedgerAnswer.Unavailable;
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return LedgerAnswer.Unavailable;
        }
    }

    // Of many at once, one inserts. The others wait for it, and then insert nothing.
    private async Task<LedgerAnswer?> InsertAsync(LedgerClaim claim, CancellationToken cancellationToken)
    {
        await using var insert = database.CreateCommand(
            "INSERT INTO used_launches (key, mark, keep_until) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING "
            + "RETURNING (SELECT since FROM used_launches_since)");
        insert.Parameters.Add(new() { Value = claim.Key });
        insert.Parameters.Add(new() { Value = claim.Mark });
        insert.Parameters.Add(new() { Value = claim.KeepUntil.UtcDateTime });
        return await insert.ExecuteScalarAsync(cancellationToken) is DateTime since
            ? new LedgerAnswer(LedgerOutcome.First, claim.Mark, new DateTimeOffset(since, TimeSpan.Zero))
            : null;
    }

    private async Task<LedgerAnswer?> FindAsync(Guid key, CancellationToken cancellationToken)
    {
        await using var find = database.CreateCommand("SELECT mark, since FROM used_launches, used_launches_since WHERE key = $1");
        find.Parameters.Add(new() { Value = key });
        await using var row = await find.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new LedgerAnswer(LedgerOutcome.Again, row.GetInt64(0), new DateTimeOffset(row.GetDateTime(1), TimeSpan.Zero))
            : null;
    }
}
