namespace MiniApp.Tests;

public class UnixTimeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, -5)]
    [InlineData(1_760_000_000, 1_760_000_000)]
    [InlineData(100_000_000_000, 100_000_000_000)]
    [InlineData(100_000_000_001, 100_000_000)]
    [InlineData(1_760_000_000_999, 1_760_000_000)]
    [InlineData(long.MaxValue, long.MaxValue / 1000)]
    public void Number_above_100000000000_counts_milliseconds(long number, long seconds) => Assert.Equal(seconds, UnixTime.ToSeconds(number));

    [Fact]
    public void Time_past_the_calendar_is_its_last_second()
    {
        var last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

        Assert.Equal(last, UnixTime.ToDateTimeOffset(last).ToUnixTimeSeconds());
        Assert.Equal(last, UnixTime.ToDateTimeOffset(last + 1).ToUnixTimeSeconds());
        Assert.Equal(last, UnixTime.ToDateTimeOffset(long.MaxValue).ToUnixTimeSeconds());
    }
}
