using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Mvc.Testing;
#if (vk)
using VkMiniApp.Testing;
#elif (telegram)
using TelegramMiniApp.Testing;
#else
using MaxMiniApp.Testing;
#endif

namespace MiniAppNamespace.Tests;

public sealed class SessionTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public async Task A_session_signs_its_user_in_without_the_launch()
    {
#if (vk)
        using var launched = factory.CreateVkClient(userId: 42);
#elif (telegram)
        using var launched = factory.CreateTelegramClient(userId: 42);
#else
        using var launched = factory.CreateMaxClient(userId: 42);
#endif
        launched.DefaultRequestHeaders.Add("Launch-Binding", "0123456789abcdef");
        using var response = await launched.PostAsync("/session", content: null);
        var tokens = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<AccessTokenResponse>();

        using var page = factory.CreateClient();
        page.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens!.AccessToken);

        Assert.Equal("""{"user":"PLATFORM_NAME:42"}""", await page.GetStringAsync("/me"));
    }
}
