using System.Net;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Under which names and on which connections a launcher answers: those of the developer's own machine.</summary>
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
    [InlineData("localhost:", false)]
    [InlineData("localhost:80.evil.example", false)]
    [InlineData("[::1]:80.evil.example", false)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("evillocalhost", false)]
    [InlineData("192.168.0.7:5080", false)]
    [InlineData("0.0.0.0:5080", false)]
    [InlineData("abc.ngrok-free.app", false)]
    public async Task Launcher_answers_only_under_a_name_of_this_machine(string host, bool isAnswered)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        var expected = isAnswered ? HttpStatusCode.OK : HttpStatusCode.Forbidden;

        foreach (var (method, path) in new[] { ("GET", "/launcher/"), ("GET", "/launcher/launcher.js"), ("GET", "/launcher/settings"), ("POST", "/launcher/launch") })
        {
            Assert.Equal(expected, (await app.AskAgainAsync(method, path, ("Host", host))).StatusCode);
        }
    }

    [Theory]
    [InlineData("xn--0")]
    [InlineData("xn--0:5080")]
    [InlineData("a..b!")]
    public async Task Host_that_is_no_name_is_refused_as_any_other(string host)
    {
        await using var app = await LauncherApp<TPlatform>.StartKestrelAsync();

        Assert.StartsWith("HTTP/1.1 403 ", await app.SendAsync($"GET /launcher/ HTTP/1.1\r\nHost: {host}\r\n"), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 403 ",
            await app.SendAsync($"GET /launcher/settings HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nX-MiniApp-Launcher: {app.Secret}\r\n"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, StatusCodes.Status200OK)]
    [InlineData("127.0.0.1", "127.0.0.1", StatusCodes.Status200OK)]
    [InlineData("::1", "::1", StatusCodes.Status200OK)]
    [InlineData("127.8.7.6", "::ffff:127.8.7.6", StatusCodes.Status200OK)]
    [InlineData("192.168.0.7", "192.168.0.7", StatusCodes.Status403Forbidden)]
    [InlineData("203.0.113.7", "192.168.0.7", StatusCodes.Status403Forbidden)]
    [InlineData("127.0.0.1", "192.168.0.7", StatusCodes.Status403Forbidden)]
    [InlineData("203.0.113.7", "127.0.0.1", StatusCodes.Status403Forbidden)]
    [InlineData("::ffff:203.0.113.7", null, StatusCodes.Status403Forbidden)]
    [InlineData(null, "fe80::1", StatusCodes.Status403Forbidden)]
    public async Task Launcher_answers_only_connections_of_this_machine(string? remote, string? local, int status)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        Assert.Equal(status, await app.AskFromAsync(Parse(remote), Parse(local)));

        static IPAddress? Parse(string? address) => address is null ? null : IPAddress.Parse(address);
    }
}
