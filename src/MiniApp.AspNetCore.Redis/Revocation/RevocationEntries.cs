using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Turns subjects with times into members with scores, and back.</summary>
internal static class RevocationEntries
{
    private static readonly double Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>A time as it is kept, in milliseconds; for ever is infinite.</summary>
    public static double Score(DateTimeOffset time) =>
        time == DateTimeOffset.MaxValue ? double.PositiveInfinity : time.ToUnixTimeMilliseconds();

    public static SortedSetEntry Write(KeyValuePair<MiniAppSubject, DateTimeOffset> entry) => new(entry.Key.ToString(), Score(entry.Value));

    /// <summary>Reads entries, and passes over what is none.</summary>
    public static List<KeyValuePair<MiniAppSubject, DateTimeOffset>> Read(IReadOnlyCollection<SortedSetEntry> entries)
    {
        var read = new List<KeyValuePair<MiniAppSubject, DateTimeOffset>>(entries.Count);
        foreach (var entry in entries)
        {
            if (MiniAppSubject.TryParse(entry.Element, out var subject))
            {
                read.Add(new(subject, Time(entry.Score)));
            }
        }

        return read;
    }

    private static DateTimeOffset Time(double score) =>
        score >= Last ? DateTimeOffset.MaxValue
        : score <= 0 ? DateTimeOffset.UnixEpoch
        : DateTimeOffset.FromUnixTimeMilliseconds((long)score);
}
