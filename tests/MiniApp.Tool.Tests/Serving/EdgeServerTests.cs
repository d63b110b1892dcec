using System.Globalization;
using Microsoft.Extensions.Logging;
using MiniApp.Tool.Terminal;
using TestSupport;

namespace MiniApp.Tool.Tests.Serving;

/// <summary>The server around its answers: sessions, limits, health, settings.</summary>
public sealed class EdgeServerTests
{
    private const string Stale =
        "Bearer error=\"insufficient_user_authentication\", "
        + "error_description=\"A launch is required: no session or other sign-in will do\", reason=\"stale\"";

    [Fact]
    public async Task A_launch_is_exchanged_for_a_session_that_each_endpoint_takes_or_not()
    {
        await using var host = await EdgeHost.StartAsync(claims: ["vk_app_id", "vk_language"], takesSessions: true);
        var (access, refresh) = await ServedSession.BeginAsync(host);
        var session = await host.AskAsync("/auth", $"Bearer {access}");
        var launch = $"Bearer {Example.Sign("vk")}";

        Assert.Equal((200, "vk:42"), session.User());
        Assert.Equal(("6736218", ""), (session.Header("X-MiniApp-Vk-App-Id"), session.Header("X-MiniApp-Vk-Language")));
        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth-session", $"Bearer {access}")).User());
        Assert.Equal((401, Stale), (await host.AskAsync("/auth-launch", $"Bearer {access}")).Refusal());
        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", launch)).User());
        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth-launch", launch)).User());
        Assert.Equal((401, "Bearer"), (await host.AskAsync("/auth-session", launch)).Refusal());
        Assert.Equal((401, null), (await host.AskAsync("/auth", $"Bearer {refresh}")).User());
    }

    [Fact]
    public async Task A_session_ends_when_its_user_signs_out()
    {
        await using var host = await EdgeHost.StartAsync(takesSessions: true);
        var (access, _) = await ServedSession.BeginAsync(host);
        using var end = new HttpRequestMessage(HttpMethod.Delete, "/session");
        end.Headers.TryAddWithoutValidation("Authorization", $"Bearer {access}");

        Assert.Equal(204, (int)(await host.Client.SendAsync(end)).StatusCode);
        Assert.Equal(
            (401, "Bearer error=\"invalid_token\", error_description=\"The user was signed out\", reason=\"revoked\""),
            (await host.AskAsync("/auth", $"Bearer {access}")).Refusal());
    }

    [Fact]
    public async Task A_cookie_counts_with_its_header_alone()
    {
        await using var host = await EdgeHost.StartAsync(takesSessions: true, variables: new Dictionary<string, string>
        {
            ["Authentication__Schemes__MiniAppSession__UseCookie"] = "true",
        });
        var cookie = await ServedSession.BeginCookieAsync(host);

        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", null, cookie, ("X-Requested-With", "page"))).User());
        Assert.Equal((401, null), (await host.AskAsync("/auth", null, cookie)).User());
    }

    [Fact]
    public async Task A_cookie_for_pages_does_not_count_because_proxies_ask_by_GET_for_whatever_a_client_does()
    {
        await using var host = await EdgeHost.StartAsync(takesSessions: true, variables: new Dictionary<string, string>
        {
            ["Authentication__Schemes__MiniAppSession__UseCookie"] = "true",
            ["Authentication__Schemes__MiniAppSession__UseCookieForPages"] = "true",
        });
        var cookie = await ServedSession.BeginCookieAsync(host);

        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", null, cookie, ("X-Requested-With", "page"))).User());
        Assert.Equal((401, null), (await host.AskAsync("/auth", null, cookie)).User());
        Assert.Equal((401, null), (await host.AskAsync("/auth", null, cookie, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"))).User());
        Assert.Equal((401, null), (await host.AskAsync("/auth", null, cookie, ("Sec-Fetch-Site", "same-origin"))).User());
    }

    [Theory]
    [InlineData("GET /auth/../healthz", 400)]
    [InlineData("GET /auth/%2e%2e/healthz/live", 400)]
    [InlineData("POST /auth/../session", 400)]
    [InlineData("GET /healthz/../auth", 400)]
    [InlineData("GET http://127.0.0.1/auth", 400)]
    [InlineData("GET /%61uth", 400)]
    [InlineData("OPTIONS *", 400)]
    [InlineData("GET /auth/a/../b", 401)]
    [InlineData("GET //auth", 404)]
    [InlineData("GET /AUTH", 401)]
    public async Task A_target_that_leads_elsewhere_is_none(string target, int status)
    {
        await using var host = await EdgeHost.StartAsync(takesSessions: true);

        Assert.Equal(status, await host.SendAsync($"{target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
    }

    [Fact]
    public async Task What_nginx_lets_through_is_answered()
    {
        await using var host = await EdgeHost.StartAsync();
        var many = string.Concat(Enumerable.Range(0, 900).Select(index => $"H{index}: x\r\n"));
        var long32 = string.Concat(Enumerable.Range(0, 4).Select(index => $"L{index}: {new string('x', 8000)}\r\n"));

        Assert.Equal(401, await host.SendAsync($"GET /auth HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{many}\r\n"));
        Assert.Equal(401, await host.SendAsync($"GET /auth/{new string('x', 32_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{long32}\r\n"));
        Assert.Equal(401, await host.SendAsync($"GET /auth HTTP/1.0\r\nAuthorization: Bearer {new string('x', 30_000)}\r\n\r\n"));
        Assert.Equal(431, await host.SendAsync($"GET /auth HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{many}{many}\r\n"));
    }

    [Fact]
    public async Task It_tells_whether_it_lives_and_whether_it_has_what_it_needs()
    {
        await using var host = await EdgeHost.StartAsync();
        await using var cold = await EdgeHost.StartAsync(variables: new Dictionary<string, string>
        {
            ["ConnectionStrings__redis"] = $"127.0.0.1:{FreePort.Next()}",
        });

        Assert.Equal((200, 200), await HealthAsync(host));
        Assert.Equal((503, 200), await HealthAsync(cold));
    }

    [Fact]
    public async Task Nobody_is_let_in_before_the_store_was_asked()
    {
        await using var cold = await EdgeHost.StartAsync(variables: new Dictionary<string, string>
        {
            ["ConnectionStrings__redis"] = $"127.0.0.1:{FreePort.Next()}",
        });
        var answer = await cold.AskAsync("/auth", $"Bearer {Example.Sign("vk")}");

        Assert.Equal((503, null), answer.User());
        Assert.Equal("2", answer.Header("Retry-After"));
        Assert.Equal((401, null), (await cold.AskAsync("/auth", $"Bearer {Example.Sign("vk")}0")).User());
    }

    [Fact]
    public async Task Who_another_application_keeps_out_is_kept_out_here()
    {
        await using var redis = await RedisServer.StartAsync();
        Dictionary<string, string> settings = new()
        {
            ["ConnectionStrings__redis"] = redis.Address,
            ["MiniAppRedis__KeyPrefix"] = "shop:",
        };
        await using var one = await EdgeHost.StartAsync(variables: settings);
        await using var other = await EdgeHost.StartAsync(variables: settings);
        var launch = $"Bearer {Example.Sign("vk")}";
        foreach (var host in new[] { one, other })
        {
            await Eventually.HoldsAsync(async () => (await host.AskAsync("/auth", launch)).User().Status == 200, "the store was read");
        }

        await other.BlockAsync(MiniAppSubject.VkUser(42));

        await Eventually.HoldsAsync(async () => (await one.AskAsync("/auth", launch)).User().Status == 401, "the block is in force");
        Assert.Contains("reason=\"banned\"", (await one.AskAsync("/auth", launch)).Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Contains("shop:", await redis.SendAsync("KEYS", "*revocations*"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_changed_while_it_serves_and_the_last_good_ones_stay()
    {
        await using var host = await EdgeHost.StartAsync(settings: Settings("one"));
        string Launch(string key) => "Bearer " + new VkMiniApp.VkLaunchParamsSigner(Example.AppId, key).SignQuery(
            new VkMiniApp.VkLaunchParamsDescriptor { UserId = 42, Timestamp = DateTimeOffset.FromUnixTimeSeconds(Example.Now) });
        async Task<int> AskAsync(string key) => (await host.AskAsync("/auth", Launch(key))).User().Status;
        Task SaveAsync(string text) => File.WriteAllTextAsync(Path.Combine(host.Folder, "appsettings.json"), text);

        Assert.Equal((200, 401), (await AskAsync("one"), await AskAsync("two")));
        await SaveAsync(Settings("two"));
        await Eventually.HoldsAsync(async () => await AskAsync("two") == 200, "the new key is in force");
        Assert.Equal(401, await AskAsync("one"));

        await SaveAsync(Settings("of-no-line").Replace("6736218", "-1", StringComparison.Ordinal));
        await Eventually.HoldsAsync(() => host.Log.Entries.Any(entry => entry.EventId.Name == "SettingsRefused"), "the settings are refused");
        Assert.Equal((200, 401), (await AskAsync("two"), await AskAsync("of-no-line")));
        Assert.Equal((200, 200), await HealthAsync(host));
        host.Log.AssertSilentAbout("of-no-line");
    }

    [Fact]
    public async Task Platforms_are_those_that_have_settings_or_those_that_are_named()
    {
        await using var set = await EdgeHost.StartAsync(settings: Settings("one"));
        await using var named = await EdgeHost.StartAsync(platforms: ["max"]);

        Assert.Equal((401, "Bearer"), (await set.AskAsync("/auth")).Refusal());
        Assert.Equal((401, "max"), (await named.AskAsync("/auth")).Refusal());
        Assert.Equal((401, "max"), (await named.AskAsync("/auth", $"tma {Example.Sign("telegram")}")).Refusal());
    }

    [Fact]
    public async Task It_says_at_its_start_what_it_takes_and_what_it_tells()
    {
        await using var host = await EdgeHost.StartAsync(claims: ["vk_language"], platforms: ["vk", "max"], takesSessions: true);

        Assert.Contains(host.Log.Entries, entry => entry is
        {
            Level: LogLevel.Information,
            Message: "Takes launches of VK, MAX, and sessions; answers with X-MiniApp-Subject, X-MiniApp-Vk-Language.",
        });
    }

    [Theory]
    [InlineData("http://localhost:{0}", false)]
    [InlineData("http://127.0.0.1:{0}", false)]
    [InlineData("http://0.0.0.0:{0}", true)]
    public async Task Where_other_machines_reach_it_the_log_warns(string listen, bool isExposed)
    {
        var address = string.Format(CultureInfo.InvariantCulture, listen, FreePort.Next());
        await using var host = await EdgeHost.StartAsync(listen: address);

        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", $"Bearer {Example.Sign("vk")}")).User());
        Assert.Equal(
            isExposed ? [$"Other machines reach {address}, without encryption: let nobody but the proxy connect to it."] : [],
            host.Log.Warnings.Select(entry => entry.Message));
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:1")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "1")]
    [InlineData("HTTPS_PORTS", "1")]
    public async Task It_listens_where_it_was_told_to_whatever_applications_are_told(string name, string value)
    {
        await using var host = await EdgeHost.StartAsync(variables: new Dictionary<string, string> { [name] = value });

        Assert.Equal(200, (await HealthAsync(host)).Live);
        Assert.Empty(host.Log.Warnings);
    }

    [Fact]
    public async Task Settings_of_no_platform_are_refused() => Assert.Equal(
        "There are no settings of any platform.",
        (await Assert.ThrowsAsync<UsageException>(() => EdgeHost.StartAsync(settings: "{}"))).Message);

    [Fact]
    public async Task A_connection_string_that_can_not_be_read_is_refused_without_being_shown()
    {
        var refusal = await Assert.ThrowsAsync<UsageException>(() => EdgeHost.StartAsync(variables: new Dictionary<string, string>
        {
            ["ConnectionStrings__redis"] = "localhost,password=hidden,nonsense=1",
        }));

        Assert.Equal("ConnectionStrings:redis cannot be read.", refusal.Message);
        Assert.DoesNotContain("hidden", refusal.ToString(), StringComparison.Ordinal);
    }

    private static string Settings(string key) =>
        $$"""{ "Authentication": { "Schemes": { "VkMiniApp": { "AppId": 6736218, "AppSecret": "{{key}}" } } } }""";

    private static async Task<(int Ready, int Live)> HealthAsync(EdgeHost host) =>
        ((int)(await host.Client.GetAsync("/healthz")).StatusCode, (int)(await host.Client.GetAsync("/healthz/live")).StatusCode);
}
