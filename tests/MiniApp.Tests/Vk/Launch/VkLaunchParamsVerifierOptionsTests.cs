using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>What a verifier can be made from. A mistake is told when it's made, by name, and without the secret.</summary>
public class VkLaunchParamsVerifierOptionsTests
{
    /// <summary>Each setting with a value it can't have.</summary>
    public static TheoryData<string> InvalidSettings => [.. Invalid.Keys];

    private static readonly Dictionary<string, Action<VkLaunchParamsVerifierOptions>[]> Invalid = new(StringComparer.Ordinal)
    {
        [nameof(VkLaunchParamsVerifierOptions.Lifetime)] =
            [options => options.Lifetime = TimeSpan.FromTicks(-1), options => options.Lifetime = TimeSpan.MinValue],
        [nameof(VkLaunchParamsVerifierOptions.ClockSkew)] =
            [options => options.ClockSkew = TimeSpan.FromTicks(-1), options => options.ClockSkew = TimeSpan.MinValue],
        [nameof(VkLaunchParamsVerifierOptions.TimeProvider)] =
            [options => options.TimeProvider = null!],
        [nameof(VkLaunchParamsVerifierOptions.MaxTokenLength)] =
            [options => options.MaxTokenLength = 0, options => options.MaxTokenLength = 1_048_577],
        [nameof(VkLaunchParamsVerifierOptions.MaxParameters)] =
            [options => options.MaxParameters = 0, options => options.MaxParameters = 1025],
    };

    [Theory]
    [MemberData(nameof(InvalidSettings))]
    public void Setting_outside_its_range_is_refused_by_its_name_and_without_the_secret(string setting) => Assert.All(
        Invalid[setting],
        change =>
        {
            var exception = Assert.Throws<ArgumentException>("options", () => Example.Verifier(change));

            Assert.StartsWith(setting + " must ", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Example.Secret, exception.ToString(), StringComparison.Ordinal);
        });

    [Fact]
    public void Setting_at_the_end_of_its_range_is_accepted()
    {
        Action<VkLaunchParamsVerifierOptions>[] changes =
        [
            options => options.Lifetime = TimeSpan.MaxValue,
            options => options.ClockSkew = TimeSpan.MaxValue,
            options => options.MaxTokenLength = 1_048_576,
            options => options.MaxParameters = 1024,
            options => options.Lifetime = TimeSpan.Zero,
            options => options.ClockSkew = TimeSpan.Zero,
        ];

        Assert.All(changes, change => Assert.Equal(VkLaunchFailure.None, Example.Verdict(Example.Query(), Example.Verifier(change))));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict("&&", Example.Verifier(options => options.MaxTokenLength = 1)));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict("a&b", Example.Verifier(options => options.MaxParameters = 1)));
    }

    [Fact]
    public void Defaults_are_what_VK_demands()
    {
        var options = new VkLaunchParamsVerifierOptions();

        Assert.Equal(TimeSpan.FromHours(1), options.Lifetime);
        Assert.Equal(TimeSpan.FromMinutes(1), options.ClockSkew);
        Assert.Same(TimeProvider.System, options.TimeProvider);
        Assert.Equal(8192, options.MaxTokenLength);
        Assert.Equal(128, options.MaxParameters);
        Assert.False(options.AllowOdnoklassniki);
    }

    [Fact]
    public void Verifier_of_no_app_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>("options", () => new VkLaunchParamsVerifier(new VkLaunchParamsVerifierOptions()));

        Assert.StartsWith("No app was added.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_must_not_be_null() =>
        Assert.Throws<ArgumentNullException>("options", () => new VkLaunchParamsVerifier((VkLaunchParamsVerifierOptions)null!));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void App_id_must_be_above_0(long id)
    {
        Assert.Throws<ArgumentOutOfRangeException>("appId", () => new VkLaunchParamsVerifier(id, Example.Secret));
        Assert.Throws<ArgumentOutOfRangeException>("appId", () => new VkLaunchParamsVerifierOptions().AddApp(id, Example.Secret));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    [InlineData(null)]
    public void Empty_secret_is_refused_even_beside_a_good_one(string? secret)
    {
        string[][] lists = [[secret!], [Example.Secret, secret!], [secret!, Example.Secret]];

        Assert.All(lists, keys =>
        {
            var exception = Assert.Throws<ArgumentException>("secrets", () => new VkLaunchParamsVerifier(Example.AppId, keys));
            Assert.Contains("51000001", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Example.Secret, exception.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void App_without_a_secret_is_refused()
    {
        Assert.Throws<ArgumentException>("secrets", () => new VkLaunchParamsVerifier(Example.AppId));
        Assert.Throws<ArgumentNullException>("secrets", () => new VkLaunchParamsVerifierOptions().AddApp(Example.AppId, null!));
    }

    [Fact]
    public void Verifier_of_one_app_has_the_defaults_and_the_systems_clock()
    {
        var verifier = new VkLaunchParamsVerifier(Example.AppId, Example.Secret);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(Example.Query(("vk_ts", $"{now}")), verifier));
        Assert.Equal(VkLaunchFailure.Expired, Example.Verdict(Example.Query(("vk_ts", $"{now - 3700}")), verifier));
    }

    [Fact]
    public void Each_app_is_verified_with_its_own_key()
    {
        var verifier = Example.Verifier(options => options.AddApp(7, "another key"));
        var other = Example.Parameters(("vk_app_id", "7"));

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(Example.Query(), verifier));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(ReferenceSignature.SignQuery(other, "another key"), verifier));
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(ReferenceSignature.SignQuery(other, Example.Secret), verifier));
        Assert.Equal(
            VkLaunchFailure.InvalidSignature,
            Example.Verdict(ReferenceSignature.SignQuery(Example.Parameters(), "another key"), verifier));
    }

    [Fact]
    public void Key_may_be_changed_while_both_are_accepted()
    {
        string[] keys = ["new key", "old key", "oldest ключ"];
        var verifier = Example.Verifier(options => options.AddApp(Example.AppId, keys));
        var parameters = Example.Parameters(("vk_ref", "a b"));

        Assert.All(
            keys,
            key => Assert.Equal(VkLaunchFailure.None, Example.Verdict(ReferenceSignature.SignQuery(parameters, key), verifier)));
        Assert.Equal(
            VkLaunchFailure.InvalidSignature,
            Example.Verdict(ReferenceSignature.SignQuery(parameters, "new keyold key"), verifier));
    }

    [Theory]
    [InlineData("k")]
    [InlineData("ключ из шестидесяти четырёх байтов и ещё немного, чтобы стало больше блока")]
    [InlineData(" key with white space around it ")]
    public void Key_is_its_utf8_bytes_whatever_they_are(string key)
    {
        var verifier = Example.Verifier(options => options.AddApp(Example.AppId, key));

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(ReferenceSignature.SignQuery(Example.Parameters(), key), verifier));
    }

    [Fact]
    public void App_that_is_added_again_has_the_new_keys_alone()
    {
        var verifier = Example.Verifier(options => options.AddApp(Example.AppId, "replaced"));

        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(Example.Query(), verifier));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(ReferenceSignature.SignQuery(Example.Parameters(), "replaced"), verifier));
    }

    [Fact]
    public void Changing_the_options_later_does_not_change_the_verifier()
    {
        string[] secrets = [Example.Secret];
        var options = new VkLaunchParamsVerifierOptions { TimeProvider = new TestClock(Example.Now) }.AddApp(Example.AppId, secrets);
        var verifier = new VkLaunchParamsVerifier(options);

        secrets[0] = "changed";
        options.AddApp(Example.AppId, "changed").AddApp(7, Example.Secret);
        options.Lifetime = TimeSpan.MaxValue;
        options.ClockSkew = TimeSpan.MaxValue;
        options.TimeProvider = new TestClock(0);
        options.MaxTokenLength = 1;
        options.MaxParameters = 1;
        options.AllowOdnoklassniki = true;

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(Example.Query(), verifier));
        Assert.Equal(VkLaunchFailure.Expired, Example.Verdict(Example.Query(("vk_ts", "1")), verifier));
        Assert.Equal(VkLaunchFailure.NotYetValid, Example.Verdict(Example.Query(("vk_ts", "1900000000")), verifier));
        Assert.Equal(VkLaunchFailure.UnknownApp, Example.Verdict(Example.Query(("vk_app_id", "7")), verifier));
        Assert.Equal(VkLaunchFailure.OdnoklassnikiNotAllowed, Example.Verdict(Example.Query(("vk_ok_user_id", "5")), verifier));
    }

    [Fact]
    public void Secrets_that_the_caller_changes_after_adding_them_are_those_that_were_added()
    {
        string[] secrets = [Example.Secret];
        var options = new VkLaunchParamsVerifierOptions { TimeProvider = new TestClock(Example.Now) }.AddApp(Example.AppId, secrets);

        secrets[0] = "";

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(Example.Query(), new VkLaunchParamsVerifier(options)));
    }
}
