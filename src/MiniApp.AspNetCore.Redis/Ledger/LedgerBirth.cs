using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// Since when a bucket of the ledger remembers: a marker that is written once and lives as long as the bucket's keys. Where it is gone, so
/// are they.
/// </summary>
internal static class LedgerBirth
{
    private static readonly DateTimeOffset Last = DateTimeOffset.MaxValue;

    /// <summary>Dates a bucket now, unless it is dated; sent before the claim, so that the claim is younger than the marker.</summary>
    /// <returns>The date that was there.</returns>
    public static Task<RedisValue> MarkAsync(IDatabase database, RedisKey marker, DateTimeOffset now) =>
        database.StringSetAndGetAsync(marker, now.ToUnixTimeMilliseconds(), when: When.NotExists);

    /// <summary>
    /// Dates every bucket that is not dated. One that waited for its first claim would be younger than the launch that is claimed.
    /// </summary>
    public static Task MarkAllAsync(IDatabase database, LedgerKeys keys, DateTimeOffset now) =>
        Task.WhenAll(keys.Markers.Select(marker => MarkAsync(database, marker, now)));

    /// <summary>The date of a marker; <see langword="null"/> for what is none.</summary>
    public static DateTimeOffset? Read(RedisValue marker) =>
        marker.TryParse(out long milliseconds) && milliseconds >= 0 && milliseconds <= Last.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
