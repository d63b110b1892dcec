using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using VkMiniApp.Testing;

namespace MiniAppNamespace.Tests;

/// <summary>Launches are signed with the key of the settings, and judged by the real handler.</summary>
public sealed class VkSignInTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public async Task A_user_of_VK_is_known()
    {
        using var client = factory.CreateVkClient(userId: 42);

        Assert.Equal("""{"user":"vk:42"}""", await client.GetStringAsync("/me"));
    }

    [Fact]
    public async Task A_forger_stays_out()
    {
        using var client = factory.CreateVkClient(new VkTestLaunch(userId: 42).Forged());
        using var response = await client.GetAsync("/me");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task An_expired_launch_is_told_from_a_forged_one()
    {
        using var client = factory.CreateVkClient(new VkTestLaunch(userId: 42).Expired());
        using var response = await client.GetAsync("/me");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("reason=\"expired\"", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }
}
