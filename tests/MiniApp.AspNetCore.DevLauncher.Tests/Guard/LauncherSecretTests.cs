using System.Net;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What opens a launcher: the secret of this start, and nothing that can be known without it.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class LauncherSecretTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Fact]
    public async Task Nothing_that_signs_or_tells_answers_without_the_secret_and_the_refusal_says_what_to_do()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        await using var other = await LauncherApp<TPlatform>.StartAsync();

        foreach (var (method, path, _) in TPlatform.Requests)
        {
            foreach (var wrong in new[] { "", "1", other.Secret, app.Secret + "A", app.Secret[1..], app.Secret.ToUpperInvariant(), $"{app.Secret}, {app.Secret}" })
            {
                using var response = await app.AskAgainAsync(method, path, ("X-MiniApp-Launcher", wrong));

                Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
                Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
                Assert.Contains(
                    "Open the address that the application printed when it started", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            Assert.Equal(HttpStatusCode.OK, (await app.AskAgainAsync(method, path)).StatusCode);
        }
    }

    [Fact]
    public async Task Secret_in_two_headers_is_refused()
    {
        await using var app = await LauncherApp<TPlatform>.StartKestrelAsync();
        var (start, secret) = ("GET /launcher/settings HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n", $"X-MiniApp-Launcher: {app.Secret}\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", await app.SendAsync(start + secret), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403 ", await app.SendAsync(start + secret + secret), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_is_256_bits_and_another_one_with_each_start()
    {
        await using var first = await LauncherApp<TPlatform>.StartAsync();
        await using var second = await LauncherApp<TPlatform>.StartAsync();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", first.Secret);
        Assert.NotEqual(first.Secret, second.Secret);
    }

    [Fact]
    public async Task Secret_is_in_the_printed_address_and_nowhere_else()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        List<string> told = [];

        foreach (var name in TPlatform.Files.Append(""))
        {
            using var response = await app.Client.GetAsync("/launcher/" + name);
            told.Add($"{response.Headers}{response.Content.Headers}{await response.Content.ReadAsStringAsync()}");
        }

        foreach (var (method, path, _) in TPlatform.Requests)
        {
            using var response = await app.AskAgainAsync(method, path);
            using var refusal = await app.AskAgainAsync(method, path, ("Origin", "https://evil.example"));
            told.Add($"{response.Headers}{await response.Content.ReadAsStringAsync()}{refusal.Headers}{await refusal.Content.ReadAsStringAsync()}");
        }

        Assert.NotEmpty(app.Lines.Others);
        Assert.All(told.Concat(app.Lines.Others), text => Assert.DoesNotContain(app.Secret, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X-Real-Ip", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "203.0.113.7, 127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    public async Task Tunnel_that_rewrites_the_host_to_localhost_signs_for_nobody(string header, string value)
    {
        await using var app = await LauncherApp<TPlatform>.StartKestrelAsync();
        (string, string)[] tunnel = [("Host", "localhost"), ("Sec-Fetch-Site", "")];

        foreach (var (method, path, _) in TPlatform.Requests)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.AskAgainAsync(method, path, [.. tunnel, ("X-MiniApp-Launcher", "1")])).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await app.AskAgainAsync(method, path, [.. tunnel, ("X-MiniApp-Launcher", "1"), (header, value)])).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await app.AskAgainAsync(method, path, [.. tunnel, (header, value)])).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await app.AskAgainAsync(method, path, tunnel)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await app.AskAgainAsync("GET", "/launcher/", [.. tunnel, (header, value)])).StatusCode);
    }
}
