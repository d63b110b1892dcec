using MiniApp;
using TestSupport;

namespace VkMiniApp.Tests.Internals;

public class ValidityWindowTests
{
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
    [InlineData(Example.Now)]
    public void Largest_number_is_a_time_in_the_future(long now) =>
        Assert.Equal(Validity.NotYetValid, Judge(TimeSpan.MaxValue, TimeSpan.MaxValue, now, long.MaxValue));

    [Theory]
    [InlineData(-11, Validity.NotYetValid)]
    [InlineData(-10, Validity.Valid)]
    [InlineData(0, Validity.Valid)]
    [InlineData(20, Validity.Valid)]
    [InlineData(21, Validity.Expired)]
    public void Both_ends_belong_to_the_window(int age, object expected) =>
        Assert.Equal(expected, Judge(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10), Example.Now, Example.Now - age));

    private static Validity Judge(TimeSpan lifetime, TimeSpan clockSkew, long now, long unixSeconds) =>
        new ValidityWindow(lifetime, clockSkew, new TestClock(now)).Judge(unixSeconds);
}
