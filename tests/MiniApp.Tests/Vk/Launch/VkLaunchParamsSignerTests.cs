using System.Text;
using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>What the signer signs is what VK would have signed, and what the verifier accepts.</summary>
public class VkLaunchParamsSignerTests
{
    private static readonly TestClock Clock = new(Example.Now);
    private static readonly VkLaunchParamsSigner Signer = new(Example.AppId, Example.Secret, Clock);

    private static readonly VkLaunchParamsDescriptor Full = new()
    {
        UserId = 5,
        Timestamp = DateTimeOffset.FromUnixTimeSeconds(Example.Now - 30).AddMilliseconds(999),
        Platform = VkPlatform.MobileAndroid,
        Language = "en",
        Scopes = ["friends", "photos"],
        AreNotificationsEnabled = true,
        IsAppUser = true,
        IsFavorite = true,
        Ref = "other ~&=%,Привет",
        GroupId = 7,
        ViewerGroupRole = VkGroupRole.Admin,
        Additional = new Dictionary<string, string>(StringComparer.Ordinal) { ["vk_chat_id"] = "", ["vk_новое"] = "😀" },
    };

    [Fact]
    public void Signed_query_is_the_canonical_text_and_its_signature()
    {
        var parameters = Example.Launch(Signer.SignQuery(Full)).Values;

        Assert.Equal(ReferenceSignature.SignQuery(parameters, Example.Secret), Signer.SignQuery(Full));
    }

    [Fact]
    public void Every_property_is_signed_and_read_back()
    {
        var launch = Example.Launch(Signer.SignQuery(Full));

        Assert.Equal(Example.AppId, launch.AppId);
        Assert.Equal(5, launch.UserId);
        Assert.Equal(Example.Now - 30, launch.Timestamp.ToUnixTimeSeconds());
        Assert.Equal(VkPlatform.MobileAndroid, launch.Platform);
        Assert.Equal("en", launch.Language);
        Assert.Equal(["friends", "photos"], launch.Scopes);
        Assert.True(launch.AreNotificationsEnabled && launch.IsAppUser && launch.IsFavorite);
        Assert.Equal("other ~&=%,Привет", launch.Ref);
        Assert.Equal(7, launch.GroupId);
        Assert.Equal(VkGroupRole.Admin, launch.ViewerGroupRole);
        Assert.Equal("", launch["vk_chat_id"]);
        Assert.Equal("😀", launch["vk_новое"]);
    }

    [Fact]
    public void Launch_that_names_a_user_alone_is_that_of_a_desktop_browser_now()
    {
        var launch = Example.Launch(Signer.SignQuery(new VkLaunchParamsDescriptor { UserId = 5 }));

        Assert.Equal(Example.Now, launch.Timestamp.ToUnixTimeSeconds());
        Assert.Equal(
            "vk_access_token_settings=&vk_app_id=51000001&vk_are_notifications_enabled=0&vk_is_app_user=0&vk_is_favorite=0"
            + "&vk_language=ru&vk_platform=desktop_web&vk_ts=1760000000&vk_user_id=5",
            string.Join('&', launch.Values.Select(value => $"{value.Key}={value.Value}")));
    }

    [Fact]
    public void Time_is_the_clocks_at_the_moment_of_signing()
    {
        var clock = new TestClock(100);
        var signer = new VkLaunchParamsSigner(Example.AppId, Example.Secret, clock);
        clock.Advance(TimeSpan.FromSeconds(23));

        Assert.Contains("&vk_ts=123&", signer.SignQuery(new VkLaunchParamsDescriptor { UserId = 5 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Signer_without_a_clock_signs_for_the_systems()
    {
        var query = new VkLaunchParamsSigner(Example.AppId, Example.Secret).SignQuery(new VkLaunchParamsDescriptor { UserId = 5 });

        Assert.Equal(VkLaunchFailure.None, new VkLaunchParamsVerifier(Example.AppId, Example.Secret).Check(query));
    }

    [Fact]
    public void Token_is_the_query_in_base64url() =>
        Assert.Equal(Example.ToBase64Url(Signer.SignQuery(Full)), Signer.SignToken(Full));

    [Fact]
    public void Signed_launch_is_accepted_in_every_spelling_and_order()
    {
        var random = new Random(2025);
        var parts = Signer.SignQuery(Full).Split('&');

        for (var round = 0; round < 200; round++)
        {
            random.Shuffle(parts);
            var query = string.Join('&', parts);
            var address = $"https://example.com/?{query}#/";
            string[] tokens = [query, "?" + query, address, Example.ToBase64(query), Example.ToBase64Url(address)];
            Assert.All(tokens, token => Assert.Equal(VkLaunchFailure.None, Example.Verdict(token)));
        }

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(Signer.SignToken(Full)));
    }

    [Fact]
    public void Additional_parameters_replace_what_the_properties_say()
    {
        Dictionary<string, string> additional = new(StringComparer.Ordinal) { ["vk_user_id"] = "6", ["vk_app_id"] = "7", ["vk_ref"] = "a" };
        var query = Signer.SignQuery(new VkLaunchParamsDescriptor { UserId = 5, Ref = "b", Additional = additional });

        Assert.Equal(VkLaunchFailure.UnknownApp, Example.Verdict(query));
        Assert.True(VkLaunchParams.TryParseUnverified(query, out var unverified));
        Assert.Equal((6, 7, "a"), (unverified.UserId, unverified.AppId, unverified.Ref));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sign")]
    [InlineData("utm")]
    [InlineData("VK_ref")]
    [InlineData(" vk_ref")]
    public void Additional_name_without_the_prefix_is_refused(string name)
    {
        var additional = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = "1" };
        var launch = new VkLaunchParamsDescriptor { UserId = 5, Additional = additional };

        Assert.All(
            [Assert.Throws<ArgumentException>("launch", () => Signer.SignQuery(launch)), Assert.Throws<ArgumentException>("launch", () => Signer.SignToken(launch))],
            exception => Assert.StartsWith("VK signs only parameters whose name starts with vk_.", exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Signer_refuses_what_the_verifier_would()
    {
        Assert.Throws<ArgumentOutOfRangeException>("appId", () => new VkLaunchParamsSigner(0, Example.Secret));
        Assert.Throws<ArgumentException>("secret", () => new VkLaunchParamsSigner(1, ""));
        Assert.Throws<ArgumentException>("secret", () => new VkLaunchParamsSigner(1, " "));
        Assert.Throws<ArgumentNullException>("secret", () => new VkLaunchParamsSigner(1, null!));
        Assert.Throws<ArgumentNullException>("launch", () => Signer.SignQuery(null!));
        Assert.Throws<ArgumentNullException>("launch", () => Signer.SignToken(null!));
    }

    [Fact]
    public void Sample_that_VK_published_has_the_signature_that_VK_published()
    {
        // The sample is older than vk_ts, which the signer always adds, so it's signed one level below.
        var vector = VectorFile.Instance.Signatures[0];
        var parameters = vector.Query.Split('&').Select(part => part.Split('=')).Select(part => KeyValuePair.Create(part[0], part[1]));

        var canonical = CanonicalQuery.Create(parameters);

        Assert.StartsWith("vk_access_token_settings=&vk_app_id=6736218&", Encoding.ASCII.GetString(canonical), StringComparison.Ordinal);
        Assert.Equal("htQFduJpLxz7ribXRZpDFUH-XEUhC9rBPTJkjUFEkRA", new AppSignature([vector.Secret]).Sign(canonical));
    }
}
