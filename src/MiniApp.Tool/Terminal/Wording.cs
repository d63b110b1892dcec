using System.Globalization;

namespace MiniApp.Tool.Terminal;

/// <summary>Times and counts as a person says them.</summary>
internal static class Wording
{
    public static string Count(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    /// <summary>The two largest units of a span that it has any of, whichever its sign.</summary>
    public static string Of(TimeSpan time)
    {
        (long Count, string Unit)[] units =
        [
            ((long)Math.Abs(time.TotalDays), "day"),
            (Math.Abs(time.Hours), "hour"),
            (Math.Abs(time.Minutes), "minute"),
            (Math.Abs(time.Seconds), "second"),
        ];

        var largest = units.Where(part => part.Count > 0).Take(2).ToArray();
        return largest is [] ? "0 seconds" : string.Join(' ', largest.Select(part => Count(part.Count, part.Unit)));
    }

    public static string Of(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
