using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>The launcher and the app in windows of every size, and beside other windows.</summary>
public sealed class WindowTests(Chromium chromium)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(1100, 600)]
    [InlineData(900, 700)]
    public async Task Form_app_and_calls_are_in_view_together(int width, int height)
    {
        await using var launcher = await Launcher.OpenAsync(chromium, new() { ViewportSize = new() { Width = width, Height = height } });
        await launcher.LaunchAsync(("platform", "mobile_iphone"), ("group-id", "7"));
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");
        await launcher.ExpectCallAsync(0, "GET /me", 200);

        foreach (var id in new[] { "open", "user-id", "copy-address", "copy-token", "app-frame", "page-language" })
        {
            await Expect(launcher.Page.Locator("#" + id)).ToBeInViewportAsync(new() { Ratio = 1 });
        }

        await Expect(launcher.Calls.First).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Equal(0, await launcher.Page.Locator("html").EvaluateAsync<int>("page => page.scrollWidth - page.clientWidth"));
        Assert.Equal(0, await launcher.App.Locator("html").EvaluateAsync<int>("page => page.scrollWidth - page.clientWidth"));
        await launcher.TakePictureAsync($"window-{width}x{height}");
    }

    [Fact]
    public async Task A_phone_has_the_width_of_a_phone_and_a_desktop_that_of_its_window()
    {
        await using var launcher = await Launcher.OpenAsync(chromium, new() { ViewportSize = new() { Width = 1440, Height = 1000 } });

        await launcher.LaunchAsync(("platform", "mobile_android"));
        var height = await launcher.App.Locator("body").EvaluateAsync<int>("() => innerHeight");
        Assert.InRange(height, 700, 844);
        await Expect(launcher.BridgeMessage("VKWebAppUpdateConfig")).ToContainTextAsync($"\"viewport_width\": 390, \"viewport_height\": {height},");
        await Expect(launcher.BridgeMessage("VKWebAppUpdateConfig")).ToContainTextAsync("\"api_host\": \"api.vk.ru\"");
        Assert.Equal(390, await launcher.App.Locator("body").EvaluateAsync<int>("() => innerWidth"));

        await launcher.LaunchAsync(("platform", "desktop_web"));
        await Expect(launcher.BridgeMessage("VKWebAppUpdateConfig")).ToContainTextAsync("\"viewport_width\": 1440, \"viewport_height\": 1000,");
    }

    [Fact]
    public async Task A_page_that_opens_the_launcher_gets_no_hold_of_it()
    {
        await using var backend = new Backend();
        await using var window = await chromium.OpenWindowAsync(new());
        var opener = await window.NewPageAsync();
        await opener.GotoAsync($"http://localhost:{backend.Address.Port}/");

        var launcher = await opener.RunAndWaitForPopupAsync(
            () => opener.EvaluateAsync("address => { window.opened = open(address); }", $"http://127.0.0.1:{backend.Address.Port}/vk/"));
        await Expect(launcher.Locator("#open")).ToBeVisibleAsync();

        Assert.True(await launcher.EvaluateAsync<bool>("() => window.opener === null"));
        Assert.True(await opener.EvaluateAsync<bool>("() => window.opened.closed"));
    }

    [Fact]
    public async Task A_window_that_the_app_opens_to_sign_in_elsewhere_can_answer_it()
    {
        await using var backend = new Backend();
        await using var window = await chromium.OpenWindowAsync(new());
        var launcher = await window.NewPageAsync();
        await launcher.GotoAsync(backend.LauncherAddress("telegram-launcher"));
        await Expect(launcher.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
        await launcher.Locator("#open").ClickAsync();
        var app = launcher.FrameLocator("#app-frame").Locator("body");
        await Expect(app).ToContainTextAsync("200");

        var elsewhere = await launcher.RunAndWaitForPopupAsync(
            () => app.EvaluateAsync("(_, address) => { addEventListener('message', ({ data }) => { window.answer = data; }); open(address); }", $"http://localhost:{backend.Address.Port}/"));
        await elsewhere.EvaluateAsync("() => opener.postMessage('signed in', '*')");

        Assert.Equal("signed in", await app.EvaluateAsync<string>("async () => { while (!window.answer) { await new Promise(requestAnimationFrame); } return window.answer; }"));
    }
}
