namespace MiniApp.Testing;

/// <summary>
/// A clock that stands still until the test moves it, and the timers that go by it. It only moves forward, as time does. Safe for use
/// by any number of threads at once.
/// </summary>
public sealed class MiniAppClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ClockTimer> _timers = [];
    private DateTimeOffset _now;

    /// <summary>
    /// A clock that stands at the present second. What does not go by it, such as a client's cookies, then agrees with it until it moves.
    /// </summary>
    public MiniAppClock()
        : this(DateTimeOffset.FromUnixTimeSeconds(System.GetUtcNow().ToUnixTimeSeconds()))
    {
    }

    /// <summary>A clock that stands at this time.</summary>
    /// <param name="now">The time.</param>
    public MiniAppClock(DateTimeOffset now) => _now = now.ToUniversalTime();

    /// <inheritdoc/>
    /// <value>10,000,000: a tick is 100 ns.</value>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>
    /// Moves the clock, and calls what the timers have to call on the way: in the order in which it falls due, each call at its own
    /// time, on this thread.
    /// </summary>
    /// <param name="time">How far to move it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative, or reaches beyond the year 9999.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);

        var end = GetUtcNow() + time;
        while (MoveToNext(end) is { } due)
        {
            due.Invoke();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);

        var timer = new ClockTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets a timer; <see langword="null"/> takes it out.</summary>
    internal void Set(ClockTimer timer, TimeSpan? dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime is { } time)
            {
                timer.Set(_now + time, period);
                _timers.Add(timer);
            }
        }
    }

    /// <summary>Moves to the first timer that is due by then and winds it up anew; without one, to the end.</summary>
    private ClockTimer? MoveToNext(DateTimeOffset end)
    {
        lock (_lock)
        {
            // The sort is stable: of timers due at the same time the one set first is called first.
            var next = _timers.Where(timer => timer.Due <= end).OrderBy(timer => timer.Due).FirstOrDefault();
            var moved = next?.Due ?? end;
            _now = moved > _now ? moved : _now;

            if (next is not null && !next.WindUp())
            {
                _timers.Remove(next);
            }

            return next;
        }
    }
}
