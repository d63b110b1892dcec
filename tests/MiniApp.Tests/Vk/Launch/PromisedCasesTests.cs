using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>The cases that the package this library grew out of promises in its documents.</summary>
public class PromisedCasesTests
{
    private static readonly string Token = Example.ToBase64(Example.Query());

    [Fact]
    public void Launch_is_read_from_base64_of_the_pages_address()
    {
        var launch = Example.Launch(Example.ToBase64($"https://example.com/app?{Example.Query()}#/profile"));

        Assert.Equal(51000001, launch.AppId);
        Assert.Equal(494075, launch.UserId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Example.Now), launch.Timestamp);
        Assert.Equal(VkPlatform.DesktopWeb, launch.Platform);
        Assert.Equal("ru", launch.Language);
        Assert.Equal(["friends", "photos"], launch.Scopes);
    }

    [Fact]
    public void Default_lifetime_is_one_hour() => Assert.Equal(TimeSpan.FromHours(1), new VkLaunchParamsVerifierOptions().Lifetime);

    [Fact]
    public void Launch_exactly_as_old_as_the_lifetime_is_valid() =>
        Assert.Equal(VkLaunchFailure.None, VerdictAfter(TimeSpan.FromMinutes(15), lifetime: TimeSpan.FromMinutes(15)));

    [Fact]
    public void Launch_one_second_older_than_the_lifetime_is_expired() =>
        Assert.Equal(VkLaunchFailure.Expired, VerdictAfter(new TimeSpan(0, 15, 1), lifetime: TimeSpan.FromMinutes(15)));

    [Fact]
    public void Lifetime_of_zero_is_valid_in_its_own_second() =>
        Assert.Equal(VkLaunchFailure.None, VerdictAfter(TimeSpan.Zero, lifetime: TimeSpan.Zero));

    [Fact]
    public void Lifetime_of_zero_is_valid_to_the_end_of_its_own_second() =>
        Assert.Equal(VkLaunchFailure.None, VerdictAfter(TimeSpan.FromMilliseconds(999), lifetime: TimeSpan.Zero));

    [Fact]
    public void Lifetime_of_zero_is_expired_a_second_later() =>
        Assert.Equal(VkLaunchFailure.Expired, VerdictAfter(TimeSpan.FromSeconds(1), lifetime: TimeSpan.Zero));

    [Fact]
    public void Launch_is_judged_by_whole_seconds_on_both_sides_of_the_lifetime()
    {
        Assert.Equal(VkLaunchFailure.None, VerdictAfter(TimeSpan.FromSeconds(60.999), lifetime: TimeSpan.FromSeconds(60)));
        Assert.Equal(VkLaunchFailure.None, VerdictAfter(TimeSpan.FromSeconds(60), lifetime: TimeSpan.FromSeconds(60.9)));
        Assert.Equal(VkLaunchFailure.Expired, VerdictAfter(TimeSpan.FromSeconds(61), lifetime: TimeSpan.FromSeconds(60.9)));
    }

    [Fact]
    public void Launch_exactly_the_clock_skew_ahead_is_valid() =>
        Assert.Equal(VkLaunchFailure.None, VerdictAfter(TimeSpan.FromSeconds(-60), lifetime: TimeSpan.FromHours(1)));

    [Fact]
    public void Launch_one_second_more_than_the_clock_skew_ahead_is_not_yet_valid() =>
        Assert.Equal(VkLaunchFailure.NotYetValid, VerdictAfter(TimeSpan.FromSeconds(-61), lifetime: TimeSpan.FromHours(1)));

    [Fact]
    public void Clock_skew_of_zero_takes_no_launch_from_the_future()
    {
        Assert.Equal(VkLaunchFailure.None, VerdictAfter(TimeSpan.Zero, TimeSpan.FromHours(1), clockSkew: TimeSpan.Zero));
        Assert.Equal(VkLaunchFailure.NotYetValid, VerdictAfter(TimeSpan.FromSeconds(-1), TimeSpan.FromHours(1), clockSkew: TimeSpan.Zero));
    }

    [Fact]
    public void Launch_expires_while_its_verifier_lives()
    {
        var clock = new TestClock(Example.Now);
        var verifier = Example.Verifier(options => options.TimeProvider = clock);
        Assert.Equal(VkLaunchFailure.None, verifier.Check(Token));

        clock.Advance(TimeSpan.FromSeconds(3601));

        Assert.Equal(VkLaunchFailure.Expired, verifier.Check(Token));
    }

    [Fact]
    public void Launch_of_another_app_is_refused_even_when_its_signature_is_right_for_our_key() =>
        Assert.Equal(VkLaunchFailure.UnknownApp, Example.Verdict(Example.Query(("vk_app_id", "51000002"))));

    [Fact]
    public void Missing_base64_padding_is_accepted()
    {
        string[] tokens = [.. new[] { "", "a", "aa" }.Select(text => Example.ToBase64(Example.Query(("vk_ref", text))))];

        Assert.Equal([0, 1, 2], tokens.Select(token => token.Count('=')).Order());
        Assert.All(tokens, token => Assert.Equal(VkLaunchFailure.None, Example.Verdict(token.TrimEnd('='))));
    }

    [Fact]
    public void Invalid_base64_is_malformed() => Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict("not*base64"));

    [Fact]
    public void Base64_of_bytes_that_are_no_text_is_malformed() =>
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(Convert.ToBase64String([0xFF, 0xFE, 0xFD])));

    [Fact]
    public void Missing_authorization_value_is_malformed()
    {
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(null));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(""));
    }

    [Theory]
    [InlineData("vk_app_id")]
    [InlineData("vk_user_id")]
    [InlineData("vk_ts")]
    public void Launch_without_a_parameter_that_every_launch_has_is_refused(string name) =>
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(Example.Query((name, null))));

    [Fact]
    public void Unknown_signed_parameter_stays_in_the_signature_and_can_be_read() =>
        Assert.Equal("tomorrow", Example.Launch(("vk_new", "tomorrow"))["vk_new"]);

    private static VkLaunchFailure VerdictAfter(TimeSpan age, TimeSpan lifetime, TimeSpan? clockSkew = null)
    {
        var clock = new TestClock(Example.Now);
        clock.Advance(age);

        return Example.Verdict(Token, Example.Verifier(options =>
        {
            options.TimeProvider = clock;
            options.Lifetime = lifetime;
            options.ClockSkew = clockSkew ?? options.ClockSkew;
        }));
    }
}
