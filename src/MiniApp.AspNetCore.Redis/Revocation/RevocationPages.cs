using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Reads a sorted set in parts, each of which is answered in time, however long the whole is.</summary>
internal sealed class RevocationPages(RedisConnection connection, RedisUse use)
{
    private const int PageSize = 5000;

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
}
