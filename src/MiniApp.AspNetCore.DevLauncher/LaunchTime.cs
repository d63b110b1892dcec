namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>When a launch is dated, by the scheme's own clock and limits.</summary>
internal static class LaunchTime
{
    private const long LastSecond = 253_402_300_799; // the end of the year 9999
    private const long OneHour = 3600;

    public static long Now(MiniAppOptions scheme) => (scheme.TimeProvider ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds();

    /// <param name="kind">What is to be right or wrong.</param>
    /// <param name="ageSeconds">How long ago an <see cref="LaunchKind.Aged"/> launch was signed; below 0 for one dated ahead.</param>
    /// <param name="scheme">The scheme that is to judge the launch.</param>
    public static DateTimeOffset Of(LaunchKind kind, long ageSeconds, MiniAppOptions scheme)
    {
        var now = Now(scheme);
        var seconds = kind switch
        {
            LaunchKind.Aged => now - Math.Clamp(ageSeconds, -LastSecond, LastSecond),
            LaunchKind.Expired => now - (long)scheme.Lifetime.TotalSeconds - 1,
            LaunchKind.DatedAhead => now + (long)scheme.ClockSkew.TotalSeconds + OneHour,
            _ => now,
        };

        return DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, LastSecond));
    }
}
