using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>Every rule of <c>VKWebAppCreateHash</c>: the case that holds, the case just past it, and the attack on it.</summary>
public class VkCreatedHashVerifierTests
{
    private const long Now = Example.Now;

    private static readonly string Sign = BridgeExample.HashSign;

    /// <summary>Each failure, in the order of the verdict, by a hash that has every fault after it as well.</summary>
    public static TheoryData<VkCreatedHashFailure, string, string?, long, string?> Faults => new()
    {
        { VkCreatedHashFailure.UnverifiedLaunch, "none", "~", -1, "" },
        { VkCreatedHashFailure.UnverifiedLaunch, "unverified", "~", -1, "" },
        { VkCreatedHashFailure.OdnoklassnikiNotSupported, "ok", "~", -1, "" },
        { VkCreatedHashFailure.UnknownApp, "other app", "~", -1, "" },
        { VkCreatedHashFailure.MissingParameter, "example", "~", -1, "" },
        { VkCreatedHashFailure.MissingParameter, "example", "~", -1, null },
        { VkCreatedHashFailure.Malformed, "example", "~", -1, "x" },
        { VkCreatedHashFailure.Malformed, "example", "~\uD83D", 1, "x" },
        { VkCreatedHashFailure.UnsettledRequestId, "example", "~", 1, "x" },
        { VkCreatedHashFailure.UnsettledRequestId, "example", "", 1, "x" },
        { VkCreatedHashFailure.UnsettledRequestId, "example", null, 1, "x" },
        { VkCreatedHashFailure.InvalidSignature, "example", "a", 1, "x" },
        { VkCreatedHashFailure.InvalidSignature, "example", "a", long.MaxValue, "x" },
        { VkCreatedHashFailure.Expired, "example", "a", 1, BridgeExample.Hash(1, "a") },
        { VkCreatedHashFailure.NotYetValid, "example", "a", 1_900_000_000, BridgeExample.Hash(1_900_000_000, "a") },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void First_fault_in_the_order_is_the_verdict(
        VkCreatedHashFailure expected, string launch, string? requestId, long ts, string? sign) =>
        Assert.Equal(expected, BridgeExample.HashVerdict(BridgeExample.LaunchOf(launch), requestId, ts, sign));

    [Fact]
    public void Order_is_that_of_the_enumeration() =>
        Assert.Equal(Faults.Select(row => row.Data.Item1).Distinct(), Enum.GetValues<VkCreatedHashFailure>().Skip(1));

    [Theory]
    [InlineData("order=17", "aDAgelS3p_zDsVLOHkGYj6J5sVs6UuBMVRIXNgA8bqg")]
    [InlineData("a b&c=d,é+/%", "B7sJ_Hzq87enF4REOlRLuW8q-qS5avCLhRRPjWJZ0O8")]
    public void Signature_that_another_language_computed_is_right(string requestId, string sign)
    {
        const string secret = "wvl68m4dR1UpLrVRli";
        var launch = BridgeExample.LaunchOf(6736218, 494075, secret);
        var verifier = BridgeExample.HashVerifier(options => options.AddApp(6736218, secret));

        Assert.Equal(VkCreatedHashFailure.None, BridgeExample.HashVerdict(launch, requestId, Now, sign, verifier));
        Assert.Equal(sign, new VkCreatedHashSigner(6736218, secret).Sign(494075, requestId, Example.Now));
    }

    [Fact]
    public void Answer_says_what_VK_signed()
    {
        var result = BridgeExample.HashVerifier().Verify(BridgeExample.Launch, BridgeExample.RequestId, Now, Sign);

        Assert.True(result.Succeeded);
        Assert.Equal(VkCreatedHashFailure.None, result.Failure);
        Assert.Equal(Example.AppId, result.CreatedHash.AppId);
        Assert.Equal(BridgeExample.UserId, result.CreatedHash.UserId);
        Assert.Equal(BridgeExample.RequestId, result.CreatedHash.RequestId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Example.Now), result.CreatedHash.Timestamp);
    }

    [Fact]
    public void Answer_that_nobody_gave_is_no_success() => Assert.False(default(VkCreatedHashResult).Succeeded);

    [Theory]
    [InlineData(Now, VkCreatedHashFailure.None)]
    [InlineData(Now + 1, VkCreatedHashFailure.InvalidSignature)]
    [InlineData(Now - 1, VkCreatedHashFailure.InvalidSignature)]
    [InlineData(Now * 1000, VkCreatedHashFailure.InvalidSignature)]
    [InlineData(0, VkCreatedHashFailure.InvalidSignature)]
    [InlineData(-Now, VkCreatedHashFailure.Malformed)]
    [InlineData(-1, VkCreatedHashFailure.Malformed)]
    [InlineData(long.MinValue, VkCreatedHashFailure.Malformed)]
    public void Other_time_is_refused(long ts, VkCreatedHashFailure expected) =>
        Assert.Equal(expected, BridgeExample.HashVerdict(BridgeExample.Launch, BridgeExample.RequestId, ts, Sign));

    [Fact]
    public void Hash_of_another_user_is_refused()
    {
        var thief = BridgeExample.LaunchOf(Example.AppId, BridgeExample.UserId + 1);

        Assert.Equal(VkCreatedHashFailure.InvalidSignature, BridgeExample.HashVerdict(thief, BridgeExample.RequestId, Now, Sign));
    }

    [Fact]
    public void Hash_of_another_app_is_refused_even_under_the_same_key()
    {
        var launch = BridgeExample.LaunchOf(7, BridgeExample.UserId);
        var verifier = BridgeExample.HashVerifier(options => options.AddApp(7, Example.Secret));

        Assert.Equal(VkCreatedHashFailure.InvalidSignature, BridgeExample.HashVerdict(launch, BridgeExample.RequestId, Now, Sign, verifier));
        Assert.Equal(VkCreatedHashFailure.UnknownApp, BridgeExample.HashVerdict(launch, BridgeExample.RequestId, Now, Sign));
    }

    [Fact]
    public void Hash_of_another_request_is_refused()
    {
        string[] others = ["order=17;price=4", "order=17;price=5 ", " order=17;price=5", "Order=17;price=5", "order%3D17;price=5", "5"];

        Assert.All(
            others,
            other => Assert.Equal(VkCreatedHashFailure.InvalidSignature, BridgeExample.HashVerdict(BridgeExample.Launch, other, Now, Sign)));
    }

    [Fact]
    public void Request_id_can_not_smuggle_in_a_time_or_a_user()
    {
        // Un-encoded, "a" at that time and "a&ts=1760000000" at another would be one text.
        const string smuggled = "a&ts=1760000000&user_id=1";
        var joined = ReferenceSignature.Sign($"app_id=51000001&request_id={smuggled}&ts=1760000000&user_id=494075", Example.Secret);

        Assert.Equal(VkCreatedHashFailure.InvalidSignature, BridgeExample.HashVerdict(BridgeExample.Launch, smuggled, Now, joined));
        Assert.Equal(
            VkCreatedHashFailure.None,
            BridgeExample.HashVerdict(BridgeExample.Launch, smuggled, Now, BridgeExample.Hash(Example.Now, smuggled)));
    }

    [Fact]
    public void Swapped_parameters_are_refused()
    {
        var launch = BridgeExample.LaunchOf(Example.AppId, Example.AppId);
        var sign = ReferenceOtherSignatures.CreatedHash("51000001", "1760000000", "494075", "51000001", Example.Secret);

        Assert.Equal(VkCreatedHashFailure.InvalidSignature, BridgeExample.HashVerdict(launch, "494075", Now, sign));
        Assert.Equal(VkCreatedHashFailure.Expired, BridgeExample.HashVerdict(launch, "1760000000", 494075, sign));
        Assert.Equal(VkCreatedHashFailure.InvalidSignature, BridgeExample.HashVerdict(BridgeExample.Launch, Sign, Now, BridgeExample.RequestId));
    }

    [Fact]
    public void Sign_of_the_launch_or_of_a_contact_is_no_hash()
    {
        var launchSign = ReferenceSignature.Sign(Example.Parameters(), Example.Secret);
        string[] others = [launchSign, BridgeExample.PhoneSign, BridgeExample.EmailSign];

        Assert.All(others, sign => Assert.Equal(
            VkCreatedHashFailure.InvalidSignature,
            BridgeExample.HashVerdict(BridgeExample.Launch, BridgeExample.RequestId, Now, sign)));
    }

    [Theory]
    [InlineData(0, VkCreatedHashFailure.None)]
    [InlineData(300, VkCreatedHashFailure.None)]
    [InlineData(301, VkCreatedHashFailure.Expired)]
    [InlineData(1_000_000, VkCreatedHashFailure.Expired)]
    [InlineData(-60, VkCreatedHashFailure.None)]
    [InlineData(-61, VkCreatedHashFailure.NotYetValid)]
    [InlineData(-1_000_000, VkCreatedHashFailure.NotYetValid)]
    public void Age_is_judged_by_the_second(long age, VkCreatedHashFailure expected)
    {
        var ts = Example.Now - age;

        Assert.Equal(
            expected, BridgeExample.HashVerdict(BridgeExample.Launch, BridgeExample.RequestId, ts, BridgeExample.Hash(ts)));
    }

    [Fact]
    public void Hash_is_good_again_and_again_until_it_is_too_old()
    {
        var clock = new TestClock(Example.Now);
        var verifier = BridgeExample.HashVerifier(options =>
        {
            options.TimeProvider = clock;
            options.Lifetime = TimeSpan.FromSeconds(10);
        });

        Assert.Equal(VkCreatedHashFailure.None, Verdict());
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(VkCreatedHashFailure.None, Verdict());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(VkCreatedHashFailure.Expired, Verdict());

        VkCreatedHashFailure Verdict() => BridgeExample.HashVerdict(BridgeExample.Launch, BridgeExample.RequestId, Now, Sign, verifier);
    }

    [Fact]
    public void Sign_is_compared_as_it_came() => Assert.All(
        BridgeExample.OtherSpellings(Sign),
        sign => Assert.Equal(
            VkCreatedHashFailure.InvalidSignature,
            BridgeExample.HashVerdict(BridgeExample.Launch, BridgeExample.RequestId, Now, sign)));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Missing_sign_is_refused(string? sign) => Assert.Equal(
        VkCreatedHashFailure.MissingParameter, BridgeExample.HashVerdict(BridgeExample.Launch, BridgeExample.RequestId, Now, sign));

    [Fact]
    public void Empty_request_id_is_refused_whichever_way_VK_may_sign_it()
    {
        string[] signs =
        [
            BridgeExample.Hash(Example.Now, ""),
            ReferenceSignature.Sign("app_id=51000001&ts=1760000000&user_id=494075", Example.Secret),
            ReferenceSignature.Sign("", Example.Secret),
        ];

        Assert.All(signs, sign =>
        {
            Assert.Equal(VkCreatedHashFailure.UnsettledRequestId, BridgeExample.HashVerdict(BridgeExample.Launch, "", Now, sign));
            Assert.Equal(VkCreatedHashFailure.UnsettledRequestId, BridgeExample.HashVerdict(BridgeExample.Launch, null, Now, sign));
        });
    }

    [Theory]
    [InlineData("app_id=51000001&request_id=&ts=1760000000&user_id=494075", true)]
    [InlineData("app_id=51000001&ts=1760000000&user_id=494075", true)]
    [InlineData("app_id=51000001&request_id=null&ts=1760000000&user_id=494075", false)]
    [InlineData("app_id=51000001&request_id&ts=1760000000&user_id=494075", false)]
    [InlineData("app_id=51000001&request_id=&ts=1760000000&user_id=494076", false)]
    [InlineData("", false)]
    public void Empty_request_id_that_is_allowed_is_read_in_both_ways_and_told(string text, bool isRight)
    {
        var options = new VkCreatedHashVerifierOptions { TimeProvider = new TestSupport.TestClock(Now), AllowEmptyRequestId = true };
        var verifier = new VkCreatedHashVerifier(options.AddApp(Example.AppId, Example.Secret));
        var sign = ReferenceSignature.Sign(text, Example.Secret);

        foreach (var requestId in new[] { null, "" })
        {
            var result = verifier.Verify(BridgeExample.Launch, requestId, Now, sign);
            Assert.Equal(isRight ? VkCreatedHashFailure.None : VkCreatedHashFailure.InvalidSignature, result.Failure);
            Assert.Equal(isRight ? "" : null, result.CreatedHash?.RequestId);
        }

        Assert.Equal(VkCreatedHashFailure.InvalidSignature, verifier.Verify(BridgeExample.Launch, "a", Now, sign).Failure);
        Assert.Equal(VkCreatedHashFailure.UnsettledRequestId, verifier.Verify(BridgeExample.Launch, "~", Now, sign).Failure);
        Assert.Equal(VkCreatedHashFailure.InvalidSignature, verifier.Verify(BridgeExample.Launch, "", Now, BridgeExample.Hash(Now, "a")).Failure);
    }

    [Fact]
    public void Request_id_that_is_not_there_is_not_too_long()
    {
        var verifier = BridgeExample.HashVerifier(options => (options.AllowEmptyRequestId, options.MaxRequestIdLength) = (true, 1));

        Assert.All([null, ""], requestId => Assert.Equal(
            VkCreatedHashFailure.InvalidSignature, BridgeExample.HashVerdict(BridgeExample.Launch, requestId, Now, Sign, verifier)));
        Assert.Equal(VkCreatedHashFailure.Malformed, BridgeExample.HashVerdict(BridgeExample.Launch, "ab", Now, Sign, verifier));
    }

    [Fact]
    public void Tilde_is_refused_whichever_way_VK_may_spell_it()
    {
        string[] signs =
        [
            BridgeExample.Hash(Example.Now, "a~b"),
            ReferenceSignature.Sign("app_id=51000001&request_id=a~b&ts=1760000000&user_id=494075", Example.Secret),
        ];

        Assert.All(signs, sign => Assert.Equal(
            VkCreatedHashFailure.UnsettledRequestId, BridgeExample.HashVerdict(BridgeExample.Launch, "a~b", Now, sign)));
    }

    [Fact]
    public void Space_is_a_plus_and_nothing_else()
    {
        const string requestId = "test text";
        var percent = ReferenceSignature.Sign("app_id=51000001&request_id=test%20text&ts=1760000000&user_id=494075", Example.Secret);

        Assert.Equal(
            VkCreatedHashFailure.None,
            BridgeExample.HashVerdict(BridgeExample.Launch, requestId, Now, BridgeExample.Hash(Example.Now, requestId)));
        Assert.Equal(VkCreatedHashFailure.InvalidSignature, BridgeExample.HashVerdict(BridgeExample.Launch, requestId, Now, percent));
    }

    [Theory]
    [InlineData("\0")]
    [InlineData(" ")]
    [InlineData("{\"a\":[1,2]}")]
    [InlineData("Привет, 😀")]
    [InlineData("\uFFFD")]
    [InlineData("request_id=1&ts=2")]
    [InlineData("'!()*-_.%+&=#?/\\\"<>")]
    public void Any_other_text_can_be_signed(string requestId) => Assert.Equal(
        VkCreatedHashFailure.None,
        BridgeExample.HashVerdict(BridgeExample.Launch, requestId, Now, BridgeExample.Hash(Example.Now, requestId)));

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text() => Assert.All(
        ["\uD83D", "a\uDE00", "\uDE00\uD83D"],
        requestId => Assert.Equal(
            VkCreatedHashFailure.Malformed,
            BridgeExample.HashVerdict(BridgeExample.Launch, requestId, Now, BridgeExample.Hash(Example.Now, "\uFFFD"))));

    [Fact]
    public void Request_id_may_be_as_long_as_the_limit_in_bytes_that_VK_signs_and_no_longer()
    {
        Assert.All([("a", 8192), (" ", 8192), (".", 8192), ("*", 2730), ("я", 1365), ("\u3042", 910), ("\U0001f600", 682)], row =>
        {
            var (character, most) = row;
            var longest = string.Concat(Enumerable.Repeat(character, most));

            Assert.Equal(
                VkCreatedHashFailure.None,
                BridgeExample.HashVerdict(BridgeExample.Launch, longest, Now, BridgeExample.Hash(Example.Now, longest)));
            Assert.Equal(
                VkCreatedHashFailure.Malformed,
                BridgeExample.HashVerdict(BridgeExample.Launch, longest + character, Now, BridgeExample.Hash(Example.Now, longest + character)));
        });

        Assert.Equal(
            VkCreatedHashFailure.Malformed, BridgeExample.HashVerdict(BridgeExample.Launch, new string('a', 10_000_000), Now, Sign));
    }

    [Fact]
    public void Key_may_be_changed_while_both_are_accepted()
    {
        var verifier = BridgeExample.HashVerifier(options => options.AddApp(Example.AppId, "the new key", Example.Secret));
        var changed = BridgeExample.HashVerifier(options => options.AddApp(Example.AppId, "the new key"));
        var fresh = BridgeExample.Hash(Example.Now, secret: "the new key");

        Assert.Equal(VkCreatedHashFailure.None, Verdict(Sign, verifier));
        Assert.Equal(VkCreatedHashFailure.None, Verdict(fresh, verifier));
        Assert.Equal(VkCreatedHashFailure.InvalidSignature, Verdict(BridgeExample.Hash(Example.Now, secret: "neither"), verifier));
        Assert.Equal(VkCreatedHashFailure.None, Verdict(fresh, changed));
        Assert.Equal(VkCreatedHashFailure.InvalidSignature, Verdict(Sign, changed));

        static VkCreatedHashFailure Verdict(string sign, VkCreatedHashVerifier verifier) =>
            BridgeExample.HashVerdict(BridgeExample.Launch, BridgeExample.RequestId, Now, sign, verifier);
    }

    [Fact]
    public void Time_beyond_all_calendars_is_read_as_the_last_second()
    {
        var sign = BridgeExample.Hash(long.MaxValue, "a");
        var verifier = BridgeExample.HashVerifier(options => options.ClockSkew = TimeSpan.MaxValue);

        Assert.Equal(VkCreatedHashFailure.NotYetValid, BridgeExample.HashVerdict(BridgeExample.Launch, "a", long.MaxValue, sign, verifier));
        Assert.Equal(DateTimeOffset.MaxValue.ToUnixTimeSeconds(), new VkCreatedHash(1, 1, "a", long.MaxValue).Timestamp.ToUnixTimeSeconds());
    }
}
