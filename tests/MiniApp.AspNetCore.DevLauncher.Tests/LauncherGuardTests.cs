using System.Net;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Who may have a launch signed: the launcher's own page, on the developer's own machine.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class LauncherGuardTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Fact]
    public async Task Request_of_the_launchers_own_page_is_answered_and_kept_nowhere()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        foreach (var (method, path, _) in TPlatform.Requests)
        {
            using var response = await AskAsync(app, method, path, ("Origin", "http://localhost"));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("X-MiniApp-Launcher", "")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost:81")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Origin", "null")]
    public async Task Request_of_another_site_is_refused(string header, string value)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        foreach (var (method, path, _) in TPlatform.Requests)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(app, method, path, (header, value))).StatusCode);
        }
    }

    [Fact]
    public async Task Browser_that_does_not_say_where_a_request_comes_from_is_judged_by_the_rest()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, "POST", "/launcher/launch", ("Sec-Fetch-Site", ""), ("Origin", "http://localhost"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await AskAsync(app, "POST", "/launcher/launch", ("Sec-Fetch-Site", ""), ("Origin", "https://evil.example"))).StatusCode);
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
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        await using var open = await LauncherApp<TPlatform>.StartAsync(configureLauncher: options => options.AllowAnyHost = true);
        var expected = isAnswered ? HttpStatusCode.OK : HttpStatusCode.Forbidden;

        foreach (var (method, path) in new[] { ("GET", "/launcher/"), ("GET", "/launcher/launcher.js"), ("GET", "/launcher/settings"), ("POST", "/launcher/launch") })
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
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        Assert.Equal(status, (await AskAsync(app, "GET", "/launcher/", ("X-Forwarded-Host", forwarded))).StatusCode);
        Assert.Equal(status, (await AskAsync(app, "POST", "/launcher/launch", ("X-Forwarded-Host", forwarded))).StatusCode);
    }

    [Fact]
    public async Task Only_the_methods_that_the_page_uses_are_there()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        foreach (var path in new[] { "/launcher/launch", "/launcher/claims" })
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await AskAsync(app, "GET", path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(app, "GET", "/launcher/missing.js")).StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(
        LauncherApp<TPlatform> app, string method, string path, params (string Name, string Value)[] headers) =>
        app.AskAsync(new HttpMethod(method), path, Array.Find(TPlatform.Requests, request => request.Path == path).Json, headers);
}
