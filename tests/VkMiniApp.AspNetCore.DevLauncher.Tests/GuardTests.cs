using System.Net;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Who may have a launch signed: the launcher's own page, on the developer's own machine.</summary>
public class GuardTests
{
    private const string Launch = """{"userId":42}""";

    public static TheoryData<string, string> Data => new()
    {
        { "GET", "/vk/settings" },
        { "GET", "/vk/calls?after=0" },
        { "POST", "/vk/launch" },
        { "POST", "/vk/claims" },
        { "POST", "/vk/hash" },
    };

    [Theory]
    [MemberData(nameof(Data))]
    public async Task Request_of_the_launchers_own_page_is_answered_and_kept_nowhere(string method, string path)
    {
        await using var app = await LauncherApp.StartAsync();

        using var response = await AskAsync(app, method, path, ("Origin", "http://localhost"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [MemberData(nameof(Data))]
    public async Task Request_of_another_site_is_refused(string method, string path)
    {
        await using var app = await LauncherApp.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("X-VkMiniApp-Launcher", ""));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("Sec-Fetch-Site", "same-site"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("Sec-Fetch-Site", "none"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("Origin", "http://localhost:81"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("Origin", "http://localhost.evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("Origin", "null"));

        async Task<HttpStatusCode> StatusAsync(string header, string value)
        {
            using var response = await AskAsync(app, method, path, (header, value));
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Browser_that_does_not_say_where_a_request_comes_from_is_judged_by_the_rest()
    {
        await using var app = await LauncherApp.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, "POST", "/vk/launch", ("Sec-Fetch-Site", ""), ("Origin", "http://localhost"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await AskAsync(app, "POST", "/vk/launch", ("Sec-Fetch-Site", ""), ("Origin", "https://evil.example"))).StatusCode);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:5080", true)]
    [InlineData("app.localhost:5080", true)]
    [InlineData("127.0.0.1:5080", true)]
    [InlineData("127.1.2.3", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("evillocalhost", false)]
    [InlineData("192.168.0.7:5080", false)]
    [InlineData("0.0.0.0:5080", false)]
    [InlineData("abc.ngrok-free.app", false)]
    public async Task Launcher_answers_only_under_a_name_of_this_machine(string host, bool isAnswered)
    {
        await using var app = await LauncherApp.StartAsync();
        await using var open = await LauncherApp.StartAsync(configureLauncher: options => options.AllowAnyHost = true);
        var expected = isAnswered ? HttpStatusCode.OK : HttpStatusCode.Forbidden;

        foreach (var (method, path) in new[] { ("GET", "/vk/"), ("GET", "/vk/launcher.js"), ("GET", "/vk/settings"), ("POST", "/vk/launch") })
        {
            Assert.Equal(expected, (await AskAsync(app, method, path, ("Host", host))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(open, method, path, ("Host", host))).StatusCode);
        }
    }

    [Theory]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("abc.ngrok-free.app", HttpStatusCode.Forbidden)]
    [InlineData("localhost, abc.ngrok-free.app", HttpStatusCode.Forbidden)]
    [InlineData(" ", HttpStatusCode.Forbidden)]
    public async Task Tunnel_that_rewrites_the_host_is_refused_all_the_same(string forwarded, HttpStatusCode status)
    {
        await using var app = await LauncherApp.StartAsync();

        Assert.Equal(status, (await AskAsync(app, "GET", "/vk/", ("X-Forwarded-Host", forwarded))).StatusCode);
        Assert.Equal(status, (await AskAsync(app, "POST", "/vk/launch", ("X-Forwarded-Host", forwarded))).StatusCode);
    }

    [Fact]
    public async Task Only_the_methods_that_the_page_uses_are_there()
    {
        await using var app = await LauncherApp.StartAsync();

        foreach (var path in new[] { "/vk/launch", "/vk/claims" })
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await AskAsync(app, "GET", path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(app, "GET", "/vk/missing.js")).StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(
        LauncherApp app, string method, string path, params (string Name, string Value)[] headers) =>
        app.AskAsync(
            new HttpMethod(method), path, method == "GET" ? null : path switch
            {
                "/vk/claims" => """{"token":"x"}""",
                "/vk/hash" => """{"appId":6736218,"userId":42,"payload":"x"}""",
                _ => Launch,
            }, headers);
}
