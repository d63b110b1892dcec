namespace MiniApp;

/// <summary>The unit of the times that platforms write into tokens: Unix seconds, but for those who write milliseconds.</summary>
public static class UnixTime
{
    // As seconds, the year 5138; as milliseconds, March 1973, before any of these platforms.
    private const long LargestSeconds = 100_000_000_000;

    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Seconds since the Unix epoch, of a number that counts either seconds or milliseconds.</summary>
    /// <param name="secondsOrMilliseconds">The number. Above 100,000,000,000 it counts milliseconds, and their rest is cut off.</param>
    public static long ToSeconds(long secondsOrMilliseconds) =>
        secondsOrMilliseconds > LargestSeconds ? secondsOrMilliseconds / 1000 : secondsOrMilliseconds;

    /// <summary>The time of so many seconds, or the last second of the year 9999 where they are more.</summary>
    internal static DateTimeOffset ToDateTimeOffset(long seconds) => DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, LastSecond));
}
