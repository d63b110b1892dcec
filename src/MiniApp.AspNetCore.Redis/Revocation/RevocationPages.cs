using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Reads a sorted set in parts, each of which is answered in time, however long the whole is.</summary>
internal sealed class RevocationPages(RedisConnection connection, RedisUse use)
{
    private const int PageSize = 5000;

    /// <summary>Where Redis says to begin a scan, and what it says at its end.</summary>
    private const string Ends = "0";

    /// <summary>
    /// Reads the whole, whatever comes and goes meanwhile: what is there all the time is read (by Garnet, unless something goes). Of the many
    /// that are blocked for good, which have one score, a page would be found by counting: slowly, and past somebody where another block ends.
    /// </summary>
    /// <param name="key">The set.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entries, in no order.</returns>
    public async Task<RedisReply<List<SortedSetEntry>>> ReadAllAsync(RedisKey key, CancellationToken cancellationToken)
    {
        var (entries, cursor) = (new Dictionary<RedisValue, double>(), Ends);
        do
        {
            var page = await connection.CallAsync(
                use, (key, cursor), static (database, part) => ScanAsync(database, part.key, part.cursor), cancellationToken);
            if (!page.IsAnswer)
            {
                return new(null, page.Fault);
            }

            (cursor, var part) = page.Value;
            foreach (var entry in part)
            {
                entries[entry.Element] = entry.Score;
            }
        }
        while (cursor != Ends);

        return new([.. entries.Select(entry => new SortedSetEntry(entry.Key, entry.Value))], null);
    }

    /// <summary>Reads what has a score of some height.</summary>
    /// <param name="key">The set.</param>
    /// <param name="from">The score with which to begin.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entries by their score. One whose score rises meanwhile may be there twice.</returns>
    public async Task<RedisReply<List<SortedSetEntry>>> ReadAsync(RedisKey key, double from, CancellationToken cancellationToken)
    {
        var entries = new List<SortedSetEntry>();
        while (true)
        {
            // Entries that come or go behind the reader would shift a count from the start; one from the last score hardly.
            var score = entries.Count == 0 ? from : entries[^1].Score;
            var seen = 0;
            while (seen < entries.Count && entries[^(seen + 1)].Score == score)
            {
                seen++;
            }

            var page = await connection.CallAsync(
                use,
                (key, score, seen),
                static (database, part) => database.SortedSetRangeByScoreWithScoresAsync(
                    part.key, part.score, double.PositiveInfinity, Exclude.None, Order.Ascending, part.seen, PageSize, CommandFlags.None),
                cancellationToken);
            if (!page.IsAnswer)
            {
                return new(null, page.Fault);
            }

            entries.AddRange(page.Value);
            if (page.Value.Length < PageSize)
            {
                return new(entries, null);
            }
        }
    }

    private static async Task<(string Cursor, SortedSetEntry[] Entries)> ScanAsync(IDatabase database, RedisKey key, string cursor)
    {
        var answer = (RedisResult[])(await database.ExecuteAsync("ZSCAN", key, cursor, "COUNT", PageSize))!;
        var texts = (RedisValue[])answer[1]!;
        return ((string)answer[0]!, [.. Enumerable.Range(0, texts.Length / 2).Select(at => new SortedSetEntry(texts[2 * at], (double)texts[(2 * at) + 1]))]);
    }
}
