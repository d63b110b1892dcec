namespace VkMiniApp.Benchmarks;

/// <summary>A clock that goes on by the same time whenever it is asked, so that hours go by in seconds.</summary>
internal sealed class PacedClock(TimeSpan pace) : TimeProvider
{
    private long _ticks = DateTimeOffset.UnixEpoch.AddYears(50).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(_ticks += pace.Ticks, TimeSpan.Zero);
}
