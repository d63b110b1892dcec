using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A clock of the test's own that tells who waits by it: what is waited for has to have begun before the clock goes on.</summary>
/// <param name="start">Where it stands.</param>
internal sealed class TimerClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    /// <summary>How many waits of this length have begun.</summary>
    public int WaitsOf(TimeSpan time) => _waits.Count(wait => wait == time);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Enqueue(dueTime);
        return timer;
    }
}
