namespace MiniApp.Tool.Tests.Serving;

/// <summary>Who pretends to be the proxy.</summary>
public sealed class ForeignHeadersTests
{
    [Theory]
    [InlineData("X-MiniApp-Subject")]
    [InlineData("x-miniapp-subject")]
    [InlineData("X_MiniApp_Subject")]
    [InlineData("X-MINIAPP_Vk-Language")]
    [InlineData("X.MiniApp.Subject")]
    [InlineData("x~miniapp!anything")]
    [InlineData("X-MiniApp-")]
    public async Task A_request_with_a_header_like_ours_is_forbidden_with_or_without_a_token(string name)
    {
        await using var host = await EdgeHost.StartAsync(takesSessions: true);

        Assert.Equal((403, null), (await host.AskAsync("/auth", null, (name, "vk:1"))).User());
        Assert.Equal((403, null), (await host.AskAsync("/auth", $"Bearer {Example.Sign("vk")}", (name, "vk:1"))).User());
        Assert.Equal((403, null), (await host.AskAsync("/auth-session", null, (name, ""))).User());
        host.Log.AssertSilentAbout("vk:1");
    }

    [Theory]
    [InlineData("X-MiniApp")]
    [InlineData("X-MiniAppSubject")]
    [InlineData("XXMiniApp-Subject")]
    [InlineData("Y-MiniApp-Subject")]
    [InlineData("X-Forwarded-For")]
    [InlineData("MiniApp-Subject")]
    public async Task Any_other_header_is_nothing_to_us(string name)
    {
        await using var host = await EdgeHost.StartAsync();

        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", $"Bearer {Example.Sign("vk")}", (name, "vk:1"))).User());
    }
}
