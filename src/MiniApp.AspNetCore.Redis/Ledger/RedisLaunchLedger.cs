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
        if (born is null)
        {
            await MarkAllAsync(cancellationToken);
        }

        return new(first is null ? LedgerOutcome.First : LedgerOutcome.Again, first ?? claim.Mark, born ?? now);
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

    /// <returns>Since when the bucket was there, and the mark of the first claim; neither where this claim is the first.</returns>
    private static async Task<(DateTimeOffset? Born, long? First)> SendAsync(IDatabase database, Command command)
    {
        var born = LedgerBirth.MarkAsync(database, command.Marker, command.Now);
        var first = database.StringSetAndGetAsync(command.Key, command.Mark, command.Ttl, when: When.NotExists);
        await Task.WhenAll(born, first);
        return (Read(born.Result, marker => LedgerBirth.Read(marker)), Read(first.Result, mark => LedgerKeys.Read(mark)));
    }

    private static T? Read<T>(RedisValue value, Func<RedisValue, T?> read)
        where T : struct => value.IsNull ? null : read(value) ?? throw RedisFaults.NoSense();

    private readonly record struct Command(RedisKey Key, RedisKey Marker, byte[] Mark, TimeSpan Ttl, DateTimeOffset Now);
}
