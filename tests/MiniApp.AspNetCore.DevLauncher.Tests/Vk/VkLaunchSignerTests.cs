using System.Net;
using System.Text.Json;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Every launch that can be picked, and what the scheme makes of it.</summary>
public class VkLaunchSignerTests
{
    public static TheoryData<string, string?> Launches => new()
    {
        { """{"userId":42}""", null },
        { """{"userId":42,"kind":"fresh"}""", null },
        { """{"userId":42,"kind":"aged","ageSeconds":3600}""", null },
        { """{"userId":42,"kind":"aged","ageSeconds":3601}""", "Expired" },
        { """{"userId":42,"kind":"aged","ageSeconds":-60}""", null },
        { """{"userId":42,"kind":"aged","ageSeconds":-61}""", "NotYetValid" },
        { """{"userId":42,"kind":"aged","ageSeconds":9223372036854775807}""", "Expired" },
        { """{"userId":42,"kind":"aged","ageSeconds":-9223372036854775808}""", "NotYetValid" },
        { """{"userId":42,"kind":"expired"}""", "Expired" },
        { """{"userId":42,"kind":"datedAhead"}""", "NotYetValid" },
        { """{"userId":42,"kind":"forged"}""", "InvalidSignature" },
        { """{"userId":42,"kind":"anotherApp"}""", "UnknownApp" },
        { """{"userId":0}""", "NoUser" },
    };

    [Theory]
    [MemberData(nameof(Launches))]
    public async Task Launch_of_each_kind_gets_the_answer_of_the_scheme(string launch, string? failure)
    {
        await using var app = await VkApp.StartAsync();

        var token = await app.SignAsync(launch);
        var answer = await app.AuthenticateAsync(token);

        Assert.Equal(failure is null ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await app.CallAsync("/me", token)).StatusCode);
        Assert.Equal(failure, answer.GetProperty("failure").GetString());
        Assert.Equal(failure is null ? JsonValueKind.Array : JsonValueKind.Null, answer.GetProperty("claims").ValueKind);
    }

    [Fact]
    public async Task Launch_that_is_longer_than_the_scheme_reads_is_refused_in_words()
    {
        await using var app = await VkApp.StartAsync(options => options.MaxTokenLength = 400);

        foreach (var kind in new[] { "fresh", "forged", "expired" })
        {
            using var response = await app.AskAsync(
                HttpMethod.Post, "/launcher/launch", $$"""{"userId":42,"kind":"{{kind}}","ref":"{{new string('я', 100)}}"}""");

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.StartsWith(
                "The scheme would refuse these fields whoever signs them: Malformed. ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await app.AskAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42}""")).StatusCode);
    }

    [Theory]
    [InlineData("language", "a\\nb")]
    [InlineData("ref", "a\\u0000b")]
    [InlineData("platform", "a&vk_user_id=1")]
    [InlineData("ref", "a b~c+d%20é\\r\\n")]
    [InlineData("language", "")]
    [InlineData("platform", "")]
    public async Task Whatever_is_signed_now_is_accepted(string field, string text)
    {
        await using var app = await VkApp.StartAsync();
        using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", $$"""{"userId":42,"{{field}}":"{{text}}"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var token = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString();
        Assert.Equal(HttpStatusCode.OK, (await app.CallAsync("/me", token)).StatusCode);
    }

    [Theory]
    [InlineData("00:00:00", "00:00:00")]
    [InlineData("00:15:00", "00:05:00")]
    [InlineData("10675199.02:48:05", "10675199.02:48:05")]
    public async Task Expired_and_dated_ahead_follow_the_settings_of_the_scheme(string lifetime, string clockSkew)
    {
        await using var app = await VkApp.StartAsync(options =>
        {
            options.Lifetime = TimeSpan.Parse(lifetime, null);
            options.ClockSkew = TimeSpan.Parse(clockSkew, null);
        });
        var isForever = lifetime.Length > 8;

        // What never expires can't be made to; it is as old as it can be.
        var expired = await app.AuthenticateAsync(await app.SignAsync("""{"userId":42,"kind":"expired"}"""));
        var ahead = await app.AuthenticateAsync(await app.SignAsync("""{"userId":42,"kind":"datedAhead"}"""));

        Assert.Equal(isForever ? null : "Expired", expired.GetProperty("failure").GetString());
        Assert.Equal(isForever ? null : "NotYetValid", ahead.GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Everything_that_was_picked_is_signed()
    {
        await using var app = await VkApp.StartAsync();
        var token = await app.SignAsync("""
            {
              "appId": "6736218", "userId": "9007199254740993", "kind": "aged", "ageSeconds": 5, "platform": "mobile_iphone", "language": "en",
              "scopes": ["friends", "photos"], "areNotificationsEnabled": true, "isAppUser": true, "isFavorite": true,
              "ref": "group_menu", "groupId": "7", "viewerGroupRole": "editor", "fragment": "/profile/1"
            }
            """);

        Assert.Equal(
            [
                "vk_access_token_settings=friends,photos", "vk_app_id=6736218", "vk_are_notifications_enabled=1", "vk_group_id=7",
                "vk_is_app_user=1", "vk_is_favorite=1", "vk_language=en", "vk_platform=mobile_iphone", "vk_ref=group_menu",
                $"vk_ts={VkApp.Now - 5}", "vk_user_id=9007199254740993", "vk_viewer_group_role=editor",
                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier=9007199254740993",
            ],
            Claims(await app.AuthenticateAsync(token)),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Any_app_of_the_scheme_can_be_picked_and_its_newest_key_signs()
    {
        await using var app = await VkApp.StartAsync(options =>
        {
            options.AddApp(7000001, "new key", "old key");
            options.AddApp(VkApp.AppId, "older key");
        });

        var settings = await app.AnswerAsync(HttpMethod.Get, "/launcher/settings");
        Assert.Equal(["6736218", "7000001"], settings.GetProperty("appIds").EnumerateArray().Select(id => id.GetString()!), StringComparer.Ordinal);
        Assert.Equal(3600, settings.GetProperty("lifetimeSeconds").GetInt64());

        var signed = await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42,"appId":7000001}""");
        Assert.True(new VkLaunchParamsVerifier(7000001, "new key").Verify(signed.GetProperty("query").GetString()).Failure is VkLaunchFailure.Expired);
        Assert.Contains("vk_app_id=7000001", Claims(await app.AuthenticateAsync(signed.GetProperty("token").GetString()!)), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Scheme_with_nothing_but_added_apps_signs_for_the_first_of_them()
    {
        await using var app = await VkApp.StartAsync(options =>
        {
            (options.AppId, options.AppSecret) = (null, null);
            options.AddApp(1, "key");
        });

        Assert.Contains("vk_app_id=1", Claims(await app.AuthenticateAsync(await app.SignAsync("""{"userId":42}"""))), StringComparer.Ordinal);

        // The id that stands for another app is none of the scheme's.
        var another = await app.AuthenticateAsync(await app.SignAsync("""{"userId":42,"kind":"anotherApp"}"""));
        Assert.Equal("UnknownApp", another.GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Frame_opens_the_page_of_the_options_with_the_signed_query()
    {
        await using var app = await VkApp.StartAsync(
            configureLauncher: options => options.AppUrl = new Uri("http://localhost:5173/app?debug=1#top"));

        var signed = await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42}""");

        Assert.Equal(
            $"http://localhost:5173/app?debug=1&{signed.GetProperty("query").GetString()}#top", signed.GetProperty("address").GetString());
    }

    [Fact]
    public async Task Answer_is_that_of_the_applications_own_events()
    {
        await using var app = await VkApp.StartAsync(options => options.Events.OnTokenValidated = context =>
        {
            context.Fail("banned");
            return Task.CompletedTask;
        });

        var answer = await app.AuthenticateAsync(await app.SignAsync("""{"userId":42}"""));

        Assert.Equal("banned", answer.GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Scheme_that_looks_for_its_token_elsewhere_gives_no_answer()
    {
        await using var app = await VkApp.StartAsync(options => options.TokenRetriever = request => request.Headers["X-Launch"]);

        var answer = await app.AuthenticateAsync(await app.SignAsync("""{"userId":42}"""));

        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (answer.GetProperty("claims").ValueKind, answer.GetProperty("failure").ValueKind));
    }

    [Fact]
    public async Task Key_is_in_no_answer()
    {
        await using var app = await VkApp.StartAsync();
        (HttpMethod, string, string?)[] requests =
        [
            (HttpMethod.Get, "/launcher/settings", null), (HttpMethod.Get, "/launcher/calls?after=0", null),
            (HttpMethod.Post, "/launcher/launch", """{"userId":42}"""), (HttpMethod.Post, "/launcher/claims", """{"token":"x"}"""),
        ];

        foreach (var (method, path, json) in requests)
        {
            Assert.DoesNotContain(VkApp.Secret, (await app.AnswerAsync(method, path, json)).GetRawText(), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Claims(JsonElement answer) => answer.GetProperty("claims").EnumerateArray()
        .Select(claim => $"{claim.GetProperty("type").GetString()}={claim.GetProperty("value").GetString()}");
}
