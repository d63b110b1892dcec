using System.Net;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Who may have a launch signed: the launcher's own page, and no other site in the same browser.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class OwnPageOnlyTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Theory]
    [InlineData("X-MiniApp-Launcher", "")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost:81")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "//\u202e")]
    public async Task Request_of_another_site_is_refused(string header, string value)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        foreach (var (method, path, _) in TPlatform.Requests)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.AskAgainAsync(method, path, (header, value))).StatusCode);
        }
    }

    [Fact]
    public async Task Development_server_passes_the_launcher_on_under_its_own_name_and_is_told_so_where_it_does_not()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        var origin = ("Origin", "http://localhost:5173");

        using var kept = await app.AskAgainAsync("POST", "/launcher/launch", ("Host", "localhost:5173"), origin);
        using var changed = await app.AskAgainAsync("POST", "/launcher/launch", ("Host", "localhost:5000"), origin);

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, changed.StatusCode);
        Assert.Contains("changeOrigin: false in Vite", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browser_that_does_not_say_where_a_request_comes_from_is_judged_by_the_rest()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await app.AskAgainAsync("POST", "/launcher/launch", ("Sec-Fetch-Site", ""), ("Origin", "http://localhost"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await app.AskAgainAsync("POST", "/launcher/launch", ("Sec-Fetch-Site", ""), ("Origin", "https://evil.example"))).StatusCode);
    }
}
