using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using MaxMiniApp.Testing;

namespace MiniAppNamespace.Tests;

/// <summary>Launches are signed with the key of the settings, and judged by the real handler.</summary>
public sealed class MaxSignInTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public async Task A_user_of_MAX_is_known()
    {
        using var client = factory.CreateMaxClient(userId: 42);

        Assert.Equal("""{"user":"max:42"}""", await client.GetStringAsync("/me"));
    }

    [Fact]
    public async Task A_forger_stays_out()
    {
        using var client = factory.CreateMaxClient(new MaxTestLaunch(userId: 42).Forged());
        using var response = await client.GetAsync("/me");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task An_expired_launch_is_told_from_a_forged_one()
    {
        using var client = factory.CreateMaxClient(new MaxTestLaunch(userId: 42).Expired());
        using var response = await client.GetAsync("/me");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("reason=\"expired\"", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }
}
