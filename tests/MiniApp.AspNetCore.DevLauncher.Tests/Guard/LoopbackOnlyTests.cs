using System.Net;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Under which names a launcher answers: those of the developer's own machine.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class LoopbackOnlyTests<TPlatform>
    where TPlatform : ILauncherSubject
{
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
            Assert.Equal(expected, (await app.AskAgainAsync(method, path, ("Host", host))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await open.AskAgainAsync(method, path, ("Host", host))).StatusCode);
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

        Assert.Equal(status, (await app.AskAgainAsync("GET", "/launcher/", ("X-Forwarded-Host", forwarded))).StatusCode);
        Assert.Equal(status, (await app.AskAgainAsync("POST", "/launcher/launch", ("X-Forwarded-Host", forwarded))).StatusCode);
    }
}
