using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>What pages ask VK through the real bridge most, by how many open ones do.</summary>
public sealed class VkClientTests(Chromium chromium)
{
    private const string Denied = """{"error_type":"client_error","error_data":{"error_code":4,"error_reason":"User denied"}}""";
    private const string Unsupported = """{"error_type":"client_error","error_data":{"error_code":6,"error_reason":"Unsupported platform"}}""";
    private const string Invalid = """{"error_type":"client_error","error_data":{"error_code":5,"error_reason":"Invalid params"}}""";

    [Fact]
    public async Task The_user_has_the_id_of_the_launch_and_the_names_of_the_form()
    {
        await using var launcher = await OpenAsync(("first-name", "Ада"), ("last-name", "Лавлейс"));

        var user = await SendAsync(launcher, "VKWebAppGetUserInfo");
        Assert.StartsWith("""{"id":42,"first_name":"Ада","last_name":"Лавлейс","sex":0,""", user, StringComparison.Ordinal);
        Assert.StartsWith("""{"id":7,""", await SendAsync(launcher, "VKWebAppGetUserInfo", "{ user_id: 7 }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_keeps_is_its_user_s_and_outlives_a_launch()
    {
        await using var launcher = await OpenAsync();

        Assert.Equal("""{"keys":[{"key":"a","value":""}]}""", await SendAsync(launcher, "VKWebAppStorageGet", "{ keys: ['a'] }"));
        Assert.Equal("""{"result":true}""", await SendAsync(launcher, "VKWebAppStorageSet", "{ key: 'a', value: '1' }"));
        Assert.Equal("""{"result":true}""", await SendAsync(launcher, "VKWebAppStorageSet", "{ key: 'b', value: '2' }"));
        Assert.Equal("""{"keys":["b"]}""", await SendAsync(launcher, "VKWebAppStorageGetKeys", "{ count: 20, offset: 1 }"));
        Assert.Equal(Invalid, await SendAsync(launcher, "VKWebAppStorageSet", "{ value: '2' }"));

        await launcher.LaunchWithBridgeAsync(43);
        Assert.Equal("""{"keys":[]}""", await SendAsync(launcher, "VKWebAppStorageGetKeys", "{ count: 20, offset: 0 }"));

        await launcher.LaunchWithBridgeAsync(42);
        Assert.Equal(
            """{"keys":[{"key":"a","value":"1"},{"key":"c","value":""}]}""", await SendAsync(launcher, "VKWebAppStorageGet", "{ keys: ['a', 'c'] }"));
        Assert.Equal("""{"result":true}""", await SendAsync(launcher, "VKWebAppStorageSet", "{ key: 'a', value: '' }"));
        Assert.Equal("""{"keys":["b"]}""", await SendAsync(launcher, "VKWebAppStorageGetKeys", "{ count: 20, offset: 0 }"));
    }

    [Theory]
    [InlineData("VKWebAppGetAuthToken", "{ app_id: 6736218, scope: 'friends' }", """{"access_token":"made-up-by-the-launcher","scope":"friends","status":true}""")]
    [InlineData("VKWebAppAllowNotifications", "{}", """{"result":true}""")]
    [InlineData("VKWebAppAddToFavorites", "{}", """{"result":true}""")]
    [InlineData("VKWebAppJoinGroup", "{ group_id: 7 }", """{"result":true}""")]
    [InlineData("VKWebAppShare", "{ link: 'https://vk.com/app1' }", """{"type":"link"}""")]
    [InlineData("VKWebAppShowWallPostBox", "{ message: 'x' }", """{"post_id":1}""")]
    [InlineData("VKWebAppShowStoryBox", "{ background_type: 'none' }", """{"result":true}""")]
    [InlineData("VKWebAppShowNativeAds", "{ ad_format: 'reward' }", """{"result":true}""")]
    public async Task What_needs_the_user_is_asked_of_the_developer(string method, string request, string answer)
    {
        await using var launcher = await OpenAsync();
        var dialog = launcher.Page.Locator("#client-dialog");

        foreach (var (button, expected) in new[] { ("Allow", answer), ("Decline", Denied) })
        {
            var asked = SendAsync(launcher, method, request);
            await dialog.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            Assert.Equal(expected, await asked);
        }
    }

    [Theory]
    [InlineData("desktop_web", "VKWebAppGetClientVersion", """{"platform":"web","version":"8.100"}""")]
    [InlineData("mobile_iphone", "VKWebAppGetClientVersion", """{"platform":"ios","version":"8.100"}""")]
    [InlineData("mobile_web", "VKWebAppGetClientVersion", """{"platform":"mobile-web","version":"8.100"}""")]
    [InlineData("mobile_iphone", "VKWebAppSetViewSettings", """{"result":true}""")]
    [InlineData("desktop_web", "VKWebAppSetViewSettings", Unsupported)]
    [InlineData("desktop_web", "VKWebAppCheckNativeAds", """{"result":true}""")]
    [InlineData("desktop_web", "VKWebAppOpenPayForm", Unsupported)]
    [InlineData("desktop_web", "VKWebAppShowOrderBox", Unsupported)]
    [InlineData("desktop_web", "VKWebAppOpenCodeReader", Unsupported)]
    public async Task What_needs_no_user_is_answered_at_once(string platform, string method, string answer)
    {
        await using var launcher = await OpenAsync(("platform", platform));

        Assert.Equal(answer, await SendAsync(launcher, method));
    }

    [Fact]
    public async Task Another_launch_ends_what_the_last_one_asked()
    {
        await using var launcher = await OpenAsync();
        await launcher.Page.Frames[1].EvaluateAsync("() => { vkBridge.send('VKWebAppJoinGroup', { group_id: 7 }); }");
        await Expect(launcher.Page.Locator("#client-dialog")).ToBeVisibleAsync();

        await launcher.LaunchWithBridgeAsync(43);

        await Expect(launcher.Page.Locator("#client-dialog")).ToBeHiddenAsync();
        await Expect(launcher.BridgeMessage("VKWebAppJoinGroup")).ToHaveCountAsync(0);
    }

    private async Task<Launcher> OpenAsync(params (string Field, string Value)[] fields)
    {
        var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchWithBridgeAsync(42, fields);
        return launcher;
    }

    private static Task<string> SendAsync(Launcher launcher, string method, string request = "{}") => launcher.Page.Frames[1]
        .EvaluateAsync<string>($"async () => JSON.stringify(await vkBridge.send('{method}', {request}).catch(error => error))");
}
