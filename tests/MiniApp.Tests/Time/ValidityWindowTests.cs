using TestSupport;

namespace MiniApp.Tests;

public class ValidityWindowTests
{
    private const long Now = 1_760_000_000;

    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    [Fact]
    public void Longest_lifetime_takes_every_launch_of_the_past()
    {
        Assert.Equal(Validity.Valid, Judge(TimeSpan.MaxValue, TimeSpan.Zero, now: Last, unixSeconds: 0));
        Assert.Equal(Validity.Valid, Judge(TimeSpan.MaxValue, TimeSpan.Zero, now: Last, unixSeconds: Last));
        Assert.Equal(Validity.NotYetValid, Judge(TimeSpan.MaxValue, TimeSpan.Zero, now: Last, unixSeconds: Last + 1));
    }

    [Fact]
    public void Longest_clock_skew_takes_every_launch_that_it_reaches()
    {
        var reach = TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond;

        Assert.Equal(Validity.Valid, Judge(TimeSpan.Zero, TimeSpan.MaxValue, now: 0, unixSeconds: reach));
        Assert.Equal(Validity.NotYetValid, Judge(TimeSpan.Zero, TimeSpan.MaxValue, now: 0, unixSeconds: reach + 1));
        Assert.Equal(Validity.Expired, Judge(TimeSpan.Zero, TimeSpan.MaxValue, now: 1, unixSeconds: 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Now)]
    public void Largest_number_is_a_time_in_the_future(long now) =>
        Assert.Equal(Validity.NotYetValid, Judge(TimeSpan.MaxValue, TimeSpan.MaxValue, now, long.MaxValue));

    [Theory]
    [InlineData(-11, Validity.NotYetValid)]
    [InlineData(-10, Validity.Valid)]
    [InlineData(0, Validity.Valid)]
    [InlineData(20, Validity.Valid)]
    [InlineData(21, Validity.Expired)]
    public void Both_ends_belong_to_the_window(int age, object expected) =>
        Assert.Equal(expected, Judge(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10), Now, Now - age));

    [Fact]
    public void Window_moves_with_the_clock_and_a_part_of_a_second_is_none()
    {
        var clock = new TestClock(Now);
        var window = new ValidityWindow(TimeSpan.FromSeconds(20.9), TimeSpan.FromSeconds(10.9), clock);

        for (var now = Now; now < Now + 2; now++)
        {
            Assert.Equal([Validity.Valid, Validity.Valid], new[] { now - 20, now + 10 }.Select(window.Judge));
            Assert.Equal([Validity.Expired, Validity.NotYetValid], new[] { now - 21, now + 11 }.Select(window.Judge));
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void Time_that_is_negative_and_no_clock_are_refused_by_name()
    {
        var negative = TimeSpan.FromTicks(-1);

        Assert.Throws<ArgumentOutOfRangeException>("lifetime", () => new ValidityWindow(negative, TimeSpan.Zero, TimeProvider.System));
        Assert.Throws<ArgumentOutOfRangeException>("clockSkew", () => new ValidityWindow(TimeSpan.Zero, negative, TimeProvider.System));
        Assert.Throws<ArgumentNullException>("timeProvider", () => new ValidityWindow(TimeSpan.Zero, TimeSpan.Zero, null!));
        Assert.Equal(TimeSpan.FromMinutes(1), ValidityWindow.DefaultClockSkew);
    }

    private static Validity Judge(TimeSpan lifetime, TimeSpan clockSkew, long now, long unixSeconds) =>
        new ValidityWindow(lifetime, clockSkew, new TestClock(now)).Judge(unixSeconds);
}
