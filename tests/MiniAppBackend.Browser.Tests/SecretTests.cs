using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>The secret of the printed address, in the developer's tab.</summary>
public sealed class SecretTests(Chromium chromium)
{
    [Fact]
    public async Task The_printed_address_is_one_click_and_the_tab_keeps_the_secret_out_of_sight()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        Assert.Equal($"{launcher.Backend.Address}vk/", launcher.Page.Url);

        await launcher.Page.ReloadAsync();
        await Expect(launcher.State("ready")).ToBeVisibleAsync();
        await launcher.LaunchAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");

        Assert.Equal($"{launcher.Backend.Address}vk/", await launcher.App.Locator("body").EvaluateAsync<string>("() => document.referrer"));
        Assert.Equal("", await launcher.App.Locator("body").EvaluateAsync<string>("() => location.hash"));
    }

    [Fact]
    public async Task A_copy_of_the_tab_knows_the_secret_too()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);

        var copy = await launcher.Page.RunAndWaitForPopupAsync(() => launcher.Page.EvaluateAsync("() => void open(location)"));

        await Expect(copy.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
    }

    [Fact]
    public async Task A_page_without_the_secret_says_what_to_do_and_goes_on_when_it_is_done()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        var printed = launcher.Backend.LauncherAddress("vk");
        await launcher.Page.EvaluateAsync("() => sessionStorage.clear()");
        await launcher.Page.ReloadAsync();

        await Expect(launcher.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Open the address that the application printed when it started");
        await launcher.Page.Locator("#open").ClickAsync();
        await Expect(launcher.Page.Locator("#app-frame")).ToHaveCountAsync(0);
        await launcher.TakePictureAsync("secret-missing");

        await launcher.Page.GotoAsync(printed);
        await Expect(launcher.State("ready")).ToBeVisibleAsync();
        await Expect(launcher.Page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_refused_to_a_press_alone_stays_at_the_button()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.Page.RouteAsync("**/vk/launch", route => route.FulfillAsync(new() { Status = 403, Body = "Keep the header Host." }));

        await launcher.Page.Locator("#open").ClickAsync();

        await Expect(launcher.Page.Locator("#form-error")).ToHaveTextAsync("Keep the header Host.");
        await launcher.Page.WaitForResponseAsync(response => response.Url.Contains("/vk/calls", StringComparison.Ordinal), new() { Timeout = 60_000 });
        await launcher.Page.WaitForResponseAsync(response => response.Url.Contains("/vk/calls", StringComparison.Ordinal), new() { Timeout = 60_000 });
        await Expect(launcher.Page.Locator("#form-error")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_tab_of_an_earlier_start_says_what_to_do_in_the_words_of_the_server_too()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);

        await launcher.Page.GotoAsync($"{launcher.Backend.Address}vk/#{new string('x', 43)}");

        await Expect(launcher.State("notLetIn")).ToBeVisibleAsync();
        await Expect(launcher.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("printed when it was last started");
        await Expect(launcher.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The launcher's secret is missing, or of another start.");
        await launcher.TakePictureAsync("secret-of-another-start");

        await launcher.Page.GotoAsync(launcher.Backend.LauncherAddress("vk"));
        await Expect(launcher.State("ready")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_leaves_the_secret_in_the_address_and_the_page_works()
    {
        await using var backend = new Backend();
        Sample.SkipWithoutPage(backend);
        await using var window = await chromium.OpenWindowAsync(new());
        await window.AddInitScriptAsync("Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('', 'SecurityError'); } })");
        var page = await window.NewPageAsync();
        var printed = backend.LauncherAddress("vk");

        await page.GotoAsync(printed);
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
        await page.ReloadAsync();

        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
        Assert.Equal(printed, page.Url);
    }
}
