namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>When a launch is dated, by the scheme's own clock and limits.</summary>
internal static class LaunchTime
{
    private const long LastSecond = 253_402_300_799; // the end of the year 9999
    private const long OneHour = 3600;

    public static long Now(MiniAppOptions scheme) => Clock(scheme).ToUnixTimeSeconds();

    public static long NowInMilliseconds(MiniAppOptions scheme) => Clock(scheme).ToUnixTimeMilliseconds();

    /// <param name="launch">The launch that the developer picked.</param>
    /// <param name="scheme">The scheme that is to authenticate it.</param>
    public static DateTimeOffset Of(LaunchRequest launch, MiniAppOptions scheme)
    {
        var now = Now(scheme);
        var seconds = launch.Kind switch
        {
            LaunchKind.Aged => now - Math.Clamp(launch.AgeSeconds, -LastSecond, LastSecond),
            LaunchKind.Expired => now - (long)scheme.Lifetime.TotalSeconds - 1,
            LaunchKind.DatedAhead => now + (long)scheme.ClockSkew.TotalSeconds + OneHour,
            _ => now,
        };

        return DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, LastSecond));
    }

    private static DateTimeOffset Clock(MiniAppOptions scheme) => (scheme.TimeProvider ?? TimeProvider.System).GetUtcNow();
}
