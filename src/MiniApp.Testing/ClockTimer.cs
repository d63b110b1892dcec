namespace MiniApp.Testing;

/// <summary>A timer that goes by a <see cref="MiniAppClock"/>, under whose lock its times are read and written.</summary>
internal sealed class ClockTimer(MiniAppClock clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period;
    private volatile bool _isDisposed;

    public DateTimeOffset Due { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);

        if (_isDisposed)
        {
            return false;
        }

        clock.Set(this, dueTime == Timeout.InfiniteTimeSpan ? null : dueTime, period);
        return true;
    }

    public void Set(DateTimeOffset due, TimeSpan period)
    {
        Due = due;
        _period = period;
    }

    /// <summary>Sets the time of the next call; <see langword="false"/> where this was the last.</summary>
    public bool WindUp()
    {
        Due += _period > TimeSpan.Zero ? _period : TimeSpan.Zero;
        return _period > TimeSpan.Zero;
    }

    public void Invoke()
    {
        if (!_isDisposed)
        {
            callback(state);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        clock.Set(this, dueTime: null, default);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
