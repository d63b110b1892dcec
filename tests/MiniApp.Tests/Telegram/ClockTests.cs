using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>The boundaries of time, to the second and on both sides.</summary>
public class ClockTests
{
    [Theory]
    [InlineData(0, InitDataFailure.None)]
    [InlineData(86_400, InitDataFailure.None)]
    [InlineData(86_401, InitDataFailure.Expired)]
    [InlineData(-60, InitDataFailure.None)]
    [InlineData(-61, InitDataFailure.NotYetValid)]
    public void Init_data_is_valid_for_a_day_and_from_a_minute_ahead(int age, InitDataFailure expected)
    {
        Assert.Equal(expected, Example.Verdict(Example.InitData(("auth_date", $"{Example.Now - age}"))));
        Assert.Equal(expected, Example.Verdict(Example.Proved(("auth_date", $"{Example.Now - age}")), Example.ThirdParty()));
    }

    [Theory]
    [InlineData(0, 0, 0, InitDataFailure.None)]
    [InlineData(0, 0, 1, InitDataFailure.Expired)]
    [InlineData(0, 0, -1, InitDataFailure.NotYetValid)]
    [InlineData(1000, 10, 1000, InitDataFailure.None)]
    [InlineData(1000, 10, 1001, InitDataFailure.Expired)]
    [InlineData(1000, 10, -10, InitDataFailure.None)]
    [InlineData(1000, 10, -11, InitDataFailure.NotYetValid)]
    public void Lifetime_and_skew_are_those_of_the_options(int lifetime, int skew, int age, InitDataFailure expected)
    {
        var verifier = Example.Verifier(options =>
        {
            options.Lifetime = TimeSpan.FromSeconds(lifetime);
            options.ClockSkew = TimeSpan.FromSeconds(skew);
        });

        Assert.Equal(expected, Example.Verdict(Example.InitData(("auth_date", $"{Example.Now - age}")), verifier));
    }

    [Fact]
    public void Init_data_expires_as_the_clock_goes_on()
    {
        var clock = new TestClock(Example.Now);
        var verifier = Example.Verifier(options => options.TimeProvider = clock);

        clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(InitDataFailure.None, Example.Verdict(Example.InitData(), verifier));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(InitDataFailure.Expired, Example.Verdict(Example.InitData(), verifier));
    }

    [Theory]
    [InlineData("0", InitDataFailure.Expired)]
    [InlineData("00000001760000000", InitDataFailure.None)]
    [InlineData("1760000000000", InitDataFailure.NotYetValid)]
    [InlineData("9223372036854775807", InitDataFailure.NotYetValid)]
    [InlineData("9223372036854775808", InitDataFailure.Malformed)]
    public void Any_64_bit_number_is_a_time_in_seconds(string authDate, InitDataFailure expected) =>
        Assert.Equal(expected, Example.Verdict(Example.InitData(("auth_date", authDate))));

    [Fact]
    public void Time_past_the_calendar_reads_as_its_last_second()
    {
        Assert.True(TelegramInitData.TryParseUnverified("auth_date=9223372036854775807&a=", out var unverified));
        Assert.Equal(DateTimeOffset.MaxValue.ToUnixTimeSeconds(), unverified.AuthDate.ToUnixTimeSeconds());
    }
}
