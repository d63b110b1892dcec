using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace MiniAppBackend.Tests;

/// <summary>Pages on another origin, as browsers speak for them (the Fetch standard, section 3.3).</summary>
public sealed class BrowserClientTests(Backend backend) : IClassFixture<Backend>
{
    private const string Page = "http://localhost:5173";

    [Theory]
    [InlineData("/me", "GET", "authorization")]
    [InlineData("/session/refresh", "POST", "content-type")]
    [InlineData("/session", "DELETE", "x-requested-with")]
    [InlineData("/session", "POST", "authorization,launch-binding")]
    [InlineData("/hubs/lobby/negotiate", "POST", "authorization,x-requested-with,x-signalr-user-agent")]
    public async Task Our_page_is_allowed_to_send_what_it_needs(string path, string method, string headers)
    {
        using var response = await PreflightAsync(path, Page, method, headers);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(Page, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("true", Header(response, "Access-Control-Allow-Credentials"));
        Assert.Equal(method, Header(response, "Access-Control-Allow-Methods"));
        Assert.Equal(headers, Header(response, "Access-Control-Allow-Headers"));
    }

    [Fact]
    public async Task Our_page_reads_the_answer()
    {
        using var response = await backend.SendAsync(
            HttpMethod.Get, "/me", "Bearer " + backend.SignLaunch(), null, ("Origin", Page));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Page, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("WWW-Authenticate", Header(response, "Access-Control-Expose-Headers"));
    }

    [Theory]
    [InlineData("/me", "Bearer x", "Bearer error=\"invalid_token\"")]
    [InlineData("/session", "Bearer x", "Bearer error=\"invalid_token\"")]
    [InlineData("/hubs/lobby", null, "Bearer")]
    public async Task Our_page_reads_why_it_was_refused(string path, string? authorization, string challenge)
    {
        using var response = await backend.SendAsync(HttpMethod.Get, path, authorization, null, ("Origin", Page));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(challenge, Header(response, "WWW-Authenticate"));
        Assert.Equal(Page, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("WWW-Authenticate", Header(response, "Access-Control-Expose-Headers"));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost:5174")]
    [InlineData("https://localhost:5173")]
    [InlineData("http://localhost:5173.evil.example")]
    [InlineData("null")]
    public async Task Another_page_is_told_nothing(string origin)
    {
        using var preflight = await PreflightAsync("/me", origin, "GET", "authorization");
        using var response = await backend.SendAsync(
            HttpMethod.Get, "/me", "Bearer " + backend.SignLaunch(), null, ("Origin", origin));

        Assert.DoesNotContain(preflight.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal));
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_settings_no_origin_is_allowed_and_with_them_exactly_those()
    {
        using var production = backend.WithWebHostBuilder(UseProduction);
        using var configured = backend.WithWebHostBuilder(host => UseProduction(host.UseSetting("Cors:Origins:0", "https://app.example")));

        Assert.Null(await AllowedOriginAsync(production, Page));
        Assert.Null(await AllowedOriginAsync(configured, Page));
        Assert.Equal("https://app.example", await AllowedOriginAsync(configured, "https://app.example"));
    }

    private static void UseProduction(IWebHostBuilder host) => host
        .UseEnvironment("Production")
        .UseSetting("Authentication:Schemes:VkMiniApp:AppId", "7000001")
        .UseSetting("Authentication:Schemes:VkMiniApp:AppSecret", "the protected key");

    private static async Task<string?> AllowedOriginAsync(WebApplicationFactory<Program> host, string origin)
    {
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("Origin", origin);
        using var response = await client.GetAsync("/");
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private Task<HttpResponseMessage> PreflightAsync(string path, string origin, string method, string headers) => backend.SendAsync(
        HttpMethod.Options,
        path,
        null,
        null,
        ("Origin", origin),
        ("Access-Control-Request-Method", method),
        ("Access-Control-Request-Headers", headers));
}
