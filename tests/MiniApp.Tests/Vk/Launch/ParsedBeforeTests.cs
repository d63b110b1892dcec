using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>What was read without being verified can be verified later, and a call may bring a lifetime of its own.</summary>
public class ParsedBeforeTests
{
    private static readonly VkLaunchParamsVerifier Verifier = Example.Verifier();

    [Fact]
    public void Verdict_on_what_was_parsed_is_that_on_its_token() => Assert.All(
        new[] { Example.Query(), "?" + Example.Query(), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Example.Query())), Example.Query() + "0", "vk_ts=1&", "x&" },
        token =>
        {
            Assert.True(VkLaunchParams.TryParseUnverified(token, out var unverified));
            var (expected, actual) = (Verifier.Verify(token), Verifier.VerifyUnverified(unverified));

            Assert.Equal(expected.Failure, actual.Failure);
            Assert.Equal(expected.LaunchParams?.LaunchId, actual.LaunchParams?.LaunchId);
            Assert.Equal(expected.Succeeded, actual.LaunchParams is not null);
            Assert.Null(unverified.LaunchId);
        });

    [Fact]
    public void Object_of_the_bridge_is_judged_by_the_verifiers_options()
    {
        Assert.True(VkLaunchParams.TryParseUnverified("{\"vk_app_id\":1}", out var unverified));

        Assert.Equal(VkLaunchFailure.Malformed, Verifier.VerifyUnverified(unverified).Failure);
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verifier(options => options.AcceptJson = true).VerifyUnverified(unverified).Failure);
    }

    [Fact]
    public void Nothing_and_what_was_accepted_before_are_refused()
    {
        var accepted = Verifier.Verify(Example.Query()).LaunchParams;

        Assert.NotNull(accepted);
        Assert.Equal(VkLaunchFailure.Malformed, Verifier.VerifyUnverified(accepted).Failure);
        Assert.Equal(VkLaunchFailure.Malformed, Verifier.VerifyUnverified(null).Failure);
    }

    [Fact]
    public void Lifetime_of_a_call_takes_the_place_of_the_options()
    {
        var token = Example.Query();
        var later = Example.Verifier(options => options.TimeProvider = new TestClock(DateTimeOffset.FromUnixTimeSeconds(Example.Now).AddDays(1)));

        Assert.Equal(VkLaunchFailure.Expired, later.Verify(token).Failure);
        Assert.Equal(VkLaunchFailure.None, later.Verify(token, TimeSpan.FromDays(2)).Failure);
        Assert.Equal(VkLaunchFailure.Expired, later.Verify(token, TimeSpan.FromHours(1)).Failure);
        Assert.Equal(VkLaunchFailure.InvalidSignature, later.Verify(token + "0", TimeSpan.MaxValue).Failure);
        Assert.Throws<ArgumentOutOfRangeException>("lifetime", () => later.Verify(token, TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Age_is_told_of_what_nobody_verified()
    {
        Assert.False(Verifier.IsExpired(Read(Example.Now - 3600)));
        Assert.True(Verifier.IsExpired(Read(Example.Now - 3601)));
        Assert.False(Verifier.IsExpired(Read(long.MaxValue)));
        Assert.True(Verifier.IsExpired(Read(0)));
        Assert.Throws<ArgumentNullException>("launch", () => Verifier.IsExpired(null!));

        static VkLaunchParams Read(long ts)
        {
            Assert.True(VkLaunchParams.TryParseUnverified($"vk_ts={ts}&", out var unverified));
            return unverified;
        }
    }
}
