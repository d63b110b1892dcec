using System.Net;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What every launcher answers, whatever the platform.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class LauncherEndpointsTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Fact]
    public async Task Only_the_methods_that_the_page_uses_are_there()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        foreach (var path in new[] { "/launcher/launch", "/launcher/claims" })
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await app.AskAgainAsync("GET", path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await app.AskAgainAsync("GET", "/launcher/missing.js")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"token":null}""")]
    [InlineData("""{"token":1}""")]
    [InlineData("""{"token":"\udfff"}""")]
    [InlineData("""{"token":"x","scheme":"other"}""")]
    public async Task Question_about_claims_without_a_token_is_refused(string json)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(HttpMethod.Post, "/launcher/claims", json)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?after=")]
    [InlineData("?after=-1")]
    [InlineData("?after=x")]
    [InlineData("?after=1&after=2")]
    [InlineData("?after=9223372036854775808")]
    public async Task Calls_are_asked_for_by_a_number(string query)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(HttpMethod.Get, "/launcher/calls" + query)).StatusCode);
    }
}
