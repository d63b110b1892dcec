namespace MiniApp.Testing.Tests;

public sealed class MiniAppClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 3, 0, 0, TimeSpan.FromHours(3));
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly MiniAppClock _clock = new(Start);
    private readonly List<string> _calls = [];

    [Fact]
    public void It_stands_at_the_given_time_in_utc()
    {
        Assert.Equal(Start, _clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, _clock.GetUtcNow().Offset);
    }

    [Fact]
    public void It_stands_at_the_present_second_where_no_time_is_given()
    {
        var before = TimeProvider.System.GetUtcNow();
        var clock = new MiniAppClock();
        var after = TimeProvider.System.GetUtcNow();

        Assert.InRange(clock.GetUtcNow(), before - Second, after);
        Assert.Equal(0, clock.GetUtcNow().Ticks % TimeSpan.TicksPerSecond);
    }

    [Fact]
    public void It_moves_by_what_the_test_says_and_so_does_the_time_that_is_measured_by_it()
    {
        var timestamp = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromTicks(1));
        _clock.Advance(Second);

        Assert.Equal(Start + Second + TimeSpan.FromTicks(1), _clock.GetUtcNow());
        Assert.Equal(Second + TimeSpan.FromTicks(1), _clock.GetElapsedTime(timestamp));
    }

    [Fact]
    public void It_does_not_move_back()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));
        Assert.Equal(Start, _clock.GetUtcNow());
    }

    [Fact]
    public void It_does_not_move_beyond_what_time_there_is()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.MaxValue));
        Assert.Equal(Start, _clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_is_called_when_it_is_due_and_not_before()
    {
        using var timer = CreateTimer("once", Second, Timeout.InfiniteTimeSpan);

        _clock.Advance(Second - TimeSpan.FromTicks(1));
        Assert.Empty(_calls);

        _clock.Advance(TimeSpan.FromTicks(1));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["once at 1"], _calls);
    }

    [Fact]
    public void Timers_are_called_in_the_order_in_which_they_are_due_each_at_its_time()
    {
        using var slow = CreateTimer("slow", 3 * Second, 3 * Second);
        using var fast = CreateTimer("fast", Second, 2 * Second);
        using var never = CreateTimer("never", Timeout.InfiniteTimeSpan, Second);

        _clock.Advance(6.5 * Second);

        Assert.Equal(["fast at 1", "slow at 3", "fast at 3", "fast at 5", "slow at 6"], _calls);
        Assert.Equal(Start + 6.5 * Second, _clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_that_is_due_at_once_is_called_by_the_next_move()
    {
        using var timer = CreateTimer("now", TimeSpan.Zero, TimeSpan.Zero);

        _clock.Advance(TimeSpan.Zero);
        _clock.Advance(Second);

        Assert.Equal(["now at 0"], _calls);
    }

    [Fact]
    public void A_timer_can_be_changed_and_stopped()
    {
        using var timer = CreateTimer("changed", Second, Second);

        Assert.True(timer.Change(2 * Second, Timeout.InfiniteTimeSpan));
        _clock.Advance(2 * Second);
        Assert.Equal(["changed at 2"], _calls);

        Assert.True(timer.Change(Second, Second));
        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Second));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["changed at 2"], _calls);
    }

    [Fact]
    public async Task A_timer_that_was_disposed_of_is_not_called_and_can_not_be_changed()
    {
        var timer = CreateTimer("disposed", Second, Second);
        await timer.DisposeAsync();

        Assert.False(timer.Change(Second, Second));
        _clock.Advance(2 * Second);
        Assert.Empty(_calls);
    }

    [Fact]
    public void A_call_may_stop_the_timer_that_it_comes_from()
    {
        ITimer? timer = null;
        timer = _clock.CreateTimer(
            _ =>
            {
                _calls.Add("called");
                timer!.Dispose();
            },
            state: null, Second, Second);

        _clock.Advance(3 * Second);

        Assert.Equal(["called"], _calls);
    }

    [Fact]
    public async Task A_wait_ends_when_the_clock_has_moved_far_enough()
    {
        var wait = Task.Delay(TimeSpan.FromHours(1), _clock);

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(wait.IsCompleted);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await wait;
    }

    [Theory]
    [InlineData(-2, 0)]
    [InlineData(0, -2)]
    public void A_timer_needs_times_that_are_not_negative(int dueTime, int period) => Assert.Throws<ArgumentOutOfRangeException>(
        () => CreateTimer("", TimeSpan.FromMilliseconds(dueTime), TimeSpan.FromMilliseconds(period)));

    [Fact]
    public void A_timer_needs_something_to_call() =>
        Assert.Throws<ArgumentNullException>(() => _clock.CreateTimer(null!, state: null, Second, Second));

    private ITimer CreateTimer(string name, TimeSpan dueTime, TimeSpan period) =>
        _clock.CreateTimer(state => _calls.Add($"{state} at {(_clock.GetUtcNow() - Start).TotalSeconds}"), name, dueTime, period);
}
