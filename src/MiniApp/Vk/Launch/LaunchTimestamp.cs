namespace VkMiniApp;

/// <summary>The unit of <c>vk_ts</c>.</summary>
internal static class LaunchTimestamp
{
    // As seconds, the year 5138; as milliseconds, March 1973, before any of these systems.
    private const long LargestSeconds = 100_000_000_000;

    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>VK writes seconds; a genuine launch inside Odnoklassniki was seen with milliseconds.</summary>
    public static long ToUnixSeconds(long timestamp, bool isOdnoklassniki) =>
        isOdnoklassniki && timestamp > LargestSeconds ? timestamp / 1000 : timestamp;

    public static DateTimeOffset ToDateTimeOffset(long timestamp, bool isOdnoklassniki) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Min(ToUnixSeconds(timestamp, isOdnoklassniki), LastSecond));
}
