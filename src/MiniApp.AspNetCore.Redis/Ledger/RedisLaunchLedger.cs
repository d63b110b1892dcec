using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// The ledger of all instances. <c>SET NX GET</c> is one step in Redis: of many claims at once, one finds nothing, and the others find it.
/// </summary>
internal sealed class RedisLaunchLedger(RedisConnection connection, LedgerKeys keys, RedisUse use, TimeProvider clock) : ILaunchLedger
{
    // What is refused for its age anyway by the time that it could be forgotten need not be kept; but a client's clock has seconds to err.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private int _watched;

    public async ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var (key, marker) = keys.Of(claim.Key);
        var rest = claim.KeepUntil - now;
        var command = new Command(key, marker, LedgerKeys.Write(claim.Mark), rest > Shortest ? rest : Shortest, now);
        var reply = await connection.CallAsync(use, command, SendAsync, cancellationToken);
        if (!reply.IsAnswer)
        {
            return LedgerAnswer.Unavailable;
        }

        var (born, first) = reply.Value;
        if (born.IsNull)
        {
            await MarkAllAsync(cancellationToken);
        }

        var mark = first.IsNull ? claim.Mark : LedgerKeys.Read(first);
        if (mark is null || LedgerBirth.Read(born, now) is not { } since)
        {
            use.Failed(RedisFaults.Nonsense);
            return LedgerAnswer.Unavailable;
        }

        return new(first.IsNull ? LedgerOutcome.First : LedgerOutcome.Again, mark.Value, since);
    }

    /// <summary>
    /// Looks at one bucket after the other. In a Redis that forgot, all remember from now on, and not each from its first claim.
    /// </summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        _watched = (_watched + 1) % LedgerKeys.Buckets;
        var born = await connection.CallAsync(
            use,
            (Marker: keys.Markers[_watched], Now: clock.GetUtcNow()),
            static (database, bucket) => LedgerBirth.MarkAsync(database, bucket.Marker, bucket.Now),
            cancellationToken);
        if (born is { IsAnswer: true, Value.IsNull: true })
        {
            await MarkAllAsync(cancellationToken);
        }
    }

    /// <summary>Has every bucket remember from now on, unless it does.</summary>
    public Task<RedisReply<bool>> MarkAllAsync(CancellationToken cancellationToken) => connection.CallAsync(
        use,
        (keys, Now: clock.GetUtcNow()),
        static async (database, all) =>
        {
            await LedgerBirth.MarkAllAsync(database, all.keys, all.Now);
            return true;
        },
        cancellationToken);

    private static async Task<(RedisValue Born, RedisValue First)> SendAsync(IDatabase database, Command command)
    {
        var born = LedgerBirth.MarkAsync(database, command.Marker, command.Now);
        var first = database.StringSetAndGetAsync(command.Key, command.Mark, command.Ttl, when: When.NotExists);
        await Task.WhenAll(born, first);
        return (born.Result, first.Result);
    }

    private readonly record struct Command(RedisKey Key, RedisKey Marker, byte[] Mark, TimeSpan Ttl, DateTimeOffset Now);
}
