namespace MiniApp;

/// <summary>The unit of <c>auth_date</c>.</summary>
internal static class InitDataTime
{
    // As seconds, the year 5138; as milliseconds, March 1973, before any of these systems.
    private const long LargestSeconds = 100_000_000_000;

    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Seconds, from a number that counts seconds or, where that is allowed and it is too large for them, milliseconds.</summary>
    public static long ToUnixSeconds(long authDate, InitDataFormat format) =>
        format.MayHaveMilliseconds && authDate > LargestSeconds ? authDate / 1000 : authDate;

    public static DateTimeOffset ToDateTimeOffset(long unixSeconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Min(unixSeconds, LastSecond));
}
