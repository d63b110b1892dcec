using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// The list of revocations of all instances. A write changes the list and then raises a counter; a reader reads the counters first, so that
/// what it misses is read the next time.
/// </summary>
internal sealed class RedisRevocationStore(RedisConnection connection, RevocationKeys keys, RedisUses uses, TimeProvider clock)
    : IRevocationStore
{
    private const int Chunk = 1000;

    // Entries are dated by the instance that writes them, whose clock may be behind, a moment before they are written.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private readonly RedisUse _use = uses.Revocations;
    private readonly RevocationPages _pages = new(connection, uses.Revocations);
    private readonly RevocationNews _news = new(connection, keys.Channel);

    private BlocksRead? _lastBlocks;

    public Task RevokeAsync(MiniAppSubject subject, DateTimeOffset notBefore, CancellationToken cancellationToken) => WriteAsync(
        "The store was not told of the revocation",
        RevocationState.RevokedField,
        (database, key) => database.SortedSetAddAsync(
            key.Revoked, subject.ToString(), RevocationEntries.Score(notBefore), SortedSetWhen.GreaterThan, CommandFlags.None),
        cancellationToken);

    public Task BlockAsync(MiniAppSubject subject, DateTimeOffset until, CancellationToken cancellationToken) => WriteAsync(
        "The store was not told of the block",
        RevocationState.BlockedField,
        (database, key) => database.SortedSetAddAsync(
            key.Blocked, subject.ToString(), RevocationEntries.Score(until), SortedSetWhen.Always, CommandFlags.None),
        cancellationToken);

    public Task UnblockAsync(MiniAppSubject subject, CancellationToken cancellationToken) => WriteAsync(
        "The store was not told of the end of the block",
        RevocationState.BlockedField,

        // Counted first as well: whoever reads in the midst must not take for lost what is ended.
        (database, key) => Task.WhenAll(
            database.HashIncrementAsync(key.State, RevocationState.EndedField), database.SortedSetRemoveAsync(key.Blocked, subject.ToString())),
        cancellationToken);

    public async Task RestoreAsync(
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> revoked,
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> blocked,
        CancellationToken cancellationToken)
    {
        foreach (var part in revoked.Select(RevocationEntries.Write).Chunk(Chunk))
        {
            await RestoreAsync(
                (database, key) => database.SortedSetAddAsync(key.Revoked, part, SortedSetWhen.GreaterThan, CommandFlags.None),
                cancellationToken);
        }

        foreach (var part in blocked.Select(RevocationEntries.Write).Chunk(Chunk))
        {
            await RestoreAsync(
                (database, key) => database.SortedSetAddAsync(key.Blocked, part, SortedSetWhen.GreaterThan, CommandFlags.None),
                cancellationToken);
        }
    }

    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var reply = await connection.CallAsync(
            _use,
            (keys, Score: RevocationEntries.Score(before)),
            static (database, argument) => Task.WhenAll(
                database.SortedSetRemoveRangeByScoreAsync(argument.keys.Revoked, double.NegativeInfinity, argument.Score, Exclude.Stop),
                database.SortedSetRemoveRangeByScoreAsync(argument.keys.Blocked, double.NegativeInfinity, argument.Score, Exclude.Stop)),
            cancellationToken);
        Check(reply, "Nothing was forgotten");
    }

    public async Task<RevocationReading> ReadAsync(string? last, bool isWhole, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = await ReadStateAsync(now, cancellationToken);
        var earlier = RevocationState.Parse(last);
        var isEmptied = earlier is not null && state.HasLost(earlier);
        isWhole |= earlier is null || isEmptied || state.Restored != earlier.Restored;
        if (!isWhole && state.Revoked == earlier!.Revoked && state.Blocked == earlier.Blocked)
        {
            return new(last!, IsWhole: false, [], Blocked: null);
        }

        var from = isWhole ? double.NegativeInfinity : earlier!.ReadAt - Overlap.TotalMilliseconds;
        var revoked = isWhole || state.Revoked != earlier!.Revoked ? Read(await _pages.ReadAsync(keys.Revoked, from, cancellationToken)) : [];
        var blocked = isWhole || state.Blocked != earlier!.Blocked ? Read(await _pages.ReadAllAsync(keys.Blocked, cancellationToken)) : null;

        // What was lost meanwhile would look like blocks that were ended. The next reading tells of the loss.
        var after = await ReadStateAsync(now, cancellationToken);
        if (after.HasLost(state))
        {
            throw Unavailable(Unread, RedisFaults.Lost);
        }

        if (blocked is not null)
        {
            // Where one is ended meanwhile, a scan may pass over another: that of Redis does not, but that of Garnet does.
            var hasLost = HasLostBlocks(after, blocked, now);
            if (hasLost && (!isWhole || after.Ended != state.Ended))
            {
                return await ReadAsync(last, isWhole: true, cancellationToken);
            }

            isEmptied |= hasLost;
            blocked = blocked.FindAll(block => block.Value >= now);
            _lastBlocks = new(state, blocked);
        }

        return new(state.ToString(), isWhole, revoked, blocked, isEmptied);
    }

    public Task WaitForChangeAsync(CancellationToken cancellationToken) => _news.WaitAsync(cancellationToken);

    private const string Unread = "The list of revocations was not read";

    private static async Task<HashEntry[]> ReadFieldsAsync(IDatabase database, RevocationKeys keys)
    {
        var state = await database.HashGetAllAsync(keys.State);
        if (state.Any(field => field.Name == RevocationState.BornField))
        {
            return state;
        }

        // Of many names that are given at once, one is kept.
        await database.HashSetAsync(keys.State, RevocationState.BornField, Guid.NewGuid().ToString("N"), When.NotExists);
        return await database.HashGetAllAsync(keys.State);
    }

    private static void Check<T>(RedisReply<T> reply, string notDone)
    {
        if (!reply.IsAnswer)
        {
            throw Unavailable(notDone, reply.Fault);
        }
    }

    private static MiniAppStoreUnavailableException Unavailable(string notDone, string fault) => new($"{notDone}: Redis gave {fault}.");

    private Task RestoreAsync(Func<IDatabase, RevocationKeys, Task> write, CancellationToken cancellationToken) =>
        WriteAsync("Not all was restored", RevocationState.RestoredField, write, cancellationToken);

    private async Task WriteAsync(
        string notDone, string counter, Func<IDatabase, RevocationKeys, Task> write, CancellationToken cancellationToken)
    {
        var reply = await connection.CallAsync(
            _use,
            (keys, write, counter),
            static async (database, argument) =>
            {
                // One connection keeps the order: the counter is never ahead of the list.
                var written = argument.write(database, argument.keys);
                var counted = database.HashIncrementAsync(argument.keys.State, argument.counter);
                _ = database.PublishAsync(argument.keys.Channel, RedisValue.EmptyString, CommandFlags.FireAndForget);
                await Task.WhenAll(written, counted);
                return true;
            },
            cancellationToken);
        Check(reply, notDone);
    }

    // Redis may drop a key, or somebody take out an entry. Where more is missing than was ended since, it was lost. What has ended by its time
    // is there until it is forgotten.
    private bool HasLostBlocks(RevocationState state, List<KeyValuePair<MiniAppSubject, DateTimeOffset>> blocked, DateTimeOffset now)
    {
        if (_lastBlocks is not { } last || state.HasLost(last.State))
        {
            return false;
        }

        var held = blocked.Select(block => block.Key).ToHashSet();
        return last.Blocked.Count(block => block.Value >= now && !held.Contains(block.Key)) > state.Ended - last.State.Ended;
    }

    private async Task<RevocationState> ReadStateAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = await connection.CallAsync(
            _use,
            (keys, now),
            static async (database, read) => RevocationState.Of(await ReadFieldsAsync(database, read.keys), read.now) ?? throw RedisFaults.NoSense(),
            cancellationToken);
        Check(state, Unread);
        return state.Value!;
    }

    private List<KeyValuePair<MiniAppSubject, DateTimeOffset>> Read(RedisReply<List<SortedSetEntry>> reply)
    {
        Check(reply, Unread);
        var entries = reply.Value!;
        var read = RevocationEntries.Read(entries);
        if (read.Count < entries.Count)
        {
            RedisLog.ForeignEntries(uses.Logger, entries.Count - read.Count);
        }

        return read;
    }

    /// <summary>The blocks that were read, and the state before.</summary>
    private sealed record BlocksRead(RevocationState State, List<KeyValuePair<MiniAppSubject, DateTimeOffset>> Blocked);
}
