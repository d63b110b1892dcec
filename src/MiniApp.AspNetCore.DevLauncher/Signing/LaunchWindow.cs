namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>When a launch is good by the scheme's own limits, in Unix seconds. Both ends are good.</summary>
/// <param name="SignedAt">The time that is signed.</param>
/// <param name="GoodFrom">The first second, which is before that by as much as clocks may differ.</param>
/// <param name="GoodUntil">The last second.</param>
internal sealed record LaunchWindow(long SignedAt, long GoodFrom, long GoodUntil)
{
    public static LaunchWindow Of(DateTimeOffset signedAt, MiniAppOptions scheme)
    {
        var seconds = signedAt.ToUnixTimeSeconds();
        return new(seconds, seconds - (long)scheme.ClockSkew.TotalSeconds, seconds + (long)scheme.Lifetime.TotalSeconds);
    }
}
