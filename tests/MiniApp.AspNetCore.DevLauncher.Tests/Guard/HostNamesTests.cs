using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Under which other names a launcher answers: those that the options list, and no others.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class HostNamesTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    private static readonly IPAddress Elsewhere = IPAddress.Parse("172.17.0.1");

    [Theory]
    [InlineData("backend", true)]
    [InlineData("BACKEND:5080", true)]
    [InlineData("dev.example", true)]
    [InlineData("192.168.0.7:5080", true)]
    [InlineData("[fd00::7]", true)]
    [InlineData("xn--e1afmkfd.example", true)]
    [InlineData("localhost:5080", true)]
    [InlineData("sub.dev.example", false)]
    [InlineData("dev.example.evil.example", false)]
    [InlineData("backend.", false)]
    [InlineData("192.168.0.70", false)]
    [InlineData("evil.example", false)]
    public async Task Name_that_is_listed_is_answered_and_every_other_one_still_refused(string host, bool isAnswered)
    {
        await using var app = await StartAsync("backend", "dev.example", "192.168.0.7", "[fd00::7]", "пример.example");
        var expected = isAnswered ? HttpStatusCode.OK : HttpStatusCode.Forbidden;

        Assert.Equal(expected, (await app.AskAgainAsync("GET", "/launcher/", ("Host", host))).StatusCode);
        Assert.Equal(expected, (await app.AskAgainAsync("POST", "/launcher/launch", ("Host", host))).StatusCode);
    }

    [Theory]
    [InlineData("http://xn--e1afmkfd.example", HttpStatusCode.OK)]
    [InlineData("http://xn--e1afmkfe.example", HttpStatusCode.Forbidden)]
    public async Task Page_under_a_name_of_other_letters_is_the_launchers_own(string origin, HttpStatusCode status)
    {
        await using var app = await StartAsync("пример.example");

        Assert.Equal(status, (await app.AskAgainAsync("POST", "/launcher/launch", ("Host", "xn--e1afmkfd.example"), ("Origin", origin))).StatusCode);
    }

    [Fact]
    public async Task Only_a_name_that_is_listed_may_be_reached_over_a_network()
    {
        await using var app = await StartAsync("backend");
        await using var published = await StartAsync("localhost");

        Assert.Equal(StatusCodes.Status200OK, await app.AskFromAsync(Elsewhere, Elsewhere, "backend"));
        Assert.Equal(StatusCodes.Status403Forbidden, await app.AskFromAsync(Elsewhere, Elsewhere, "localhost"));
        Assert.Equal(StatusCodes.Status200OK, await published.AskFromAsync(Elsewhere, Elsewhere, "localhost"));
    }

    [Fact]
    public async Task Name_that_is_listed_opens_nothing_to_a_proxy_or_without_the_secret()
    {
        await using var app = await StartAsync("dev.example");

        foreach (var header in new[] { ("X-Forwarded-For", "203.0.113.7"), ("X-MiniApp-Launcher", "") })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.AskAgainAsync("POST", "/launcher/launch", ("Host", "dev.example"), header)).StatusCode);
        }
    }

    [Theory]
    [InlineData("dev.example", "X-Forwarded-For", "203.0.113.7", 403)]
    [InlineData("dev.example", "X-Forwarded-For", "127.0.0.1, 203.0.113.7", 403)]
    [InlineData("dev.example", "X-Forwarded-For", "::1", 200)]
    [InlineData("localhost", "X-Forwarded-Host", "dev.example", 403)]
    [InlineData("dev.example", "X-Forwarded-Host", "dev.example", 403)]
    [InlineData("dev.example", "X-Forwarded-Host", "localhost:5173", 403)]
    [InlineData("localhost", "X-Forwarded-Host", "localhost:5173", 200)]
    public async Task Proxy_stays_one_where_the_framework_has_taken_its_headers_in(string host, string header, string value, int status)
    {
        var back = LauncherApp<TPlatform>.Build(configureServices: services => services.Configure<ForwardedHeadersOptions>(
            options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost));
        back.UseForwardedHeaders();
        await using var app = await LauncherApp<TPlatform>.StartAsync(back, options => options.AllowedHosts = ["dev.example"]);

        Assert.Equal(status, await app.AskFromAsync(IPAddress.Loopback, IPAddress.Loopback, host, (header, value)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("*.example")]
    [InlineData("localhost:5080")]
    [InlineData("::1")]
    [InlineData("[::1]:80")]
    [InlineData("http://dev.example")]
    [InlineData("dev.example/")]
    [InlineData("a, b")]
    public async Task Name_that_is_none_is_refused(string? name)
    {
        await using var app = LauncherApp<TPlatform>.Build();

        var refusal = Assert.Throws<ArgumentException>(() => TPlatform.Map(app, "/launcher", options => options.AllowedHosts = ["dev.example", name!]));

        Assert.StartsWith("AllowedHosts must hold names of hosts alone", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<LauncherApp<TPlatform>> StartAsync(params string[] names) =>
        LauncherApp<TPlatform>.StartAsync(configureLauncher: options => options.AllowedHosts = names);
}
