using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>The platform's client around the page: its header, its menu, its buttons.</summary>
public sealed class FrameHeaderTests(Chromium chromium)
{
    private static readonly BrowserNewContextOptions English = new() { Locale = "en-US" };

    [Fact]
    public async Task Close_takes_the_page_away_and_it_can_be_opened_again()
    {
        await using var launcher = await Launcher.OpenAsync(chromium, English);
        await launcher.LaunchAsync(("platform", "mobile_iphone"));
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");

        await launcher.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(launcher.Page.Locator("#app-frame")).ToHaveCountAsync(0);
        await Expect(launcher.Page.Locator("#frame-empty")).ToHaveTextAsync("The app is closed.");
        await Expect(launcher.Page.Locator("#open")).ToBeFocusedAsync();

        await launcher.Page.Keyboard.PressAsync("Enter");
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");
    }

    [Fact]
    public async Task Menu_loads_the_page_again_with_the_launch_that_it_had()
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium, English);
        await launcher.LaunchAsync();
        await Expect(launcher.App.Locator("body")).ToContainTextAsync("200");
        var address = launcher.Page.Frames[1].Url;
        await launcher.App.Locator("body").EvaluateAsync("body => { body.dataset.isTheFirst = ''; }");
        await launcher.Page.Locator("#user-id").FillAsync("7"); // not opened yet
        var menu = launcher.Page.Locator("#client-menu");

        await launcher.Page.Locator("#client-menu-button").PressAsync("Enter");
        await Expect(launcher.Page.Locator("#client-reload")).ToBeFocusedAsync();
        await launcher.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(launcher.Page.Locator("#client-open-alone")).ToBeFocusedAsync();
        await launcher.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToBeHiddenAsync();
        await Expect(launcher.Page.Locator("#client-menu-button")).ToBeFocusedAsync();

        await launcher.Page.Keyboard.PressAsync("Enter");
        await launcher.Page.Keyboard.PressAsync("Enter");
        await Expect(menu).ToBeHiddenAsync();
        await Expect(launcher.App.Locator("body:not([data-is-the-first])")).ToContainTextAsync("\"id\":42");
        Assert.Equal(address, launcher.Page.Frames[1].Url);
    }

    [Fact]
    public async Task Menu_closes_when_something_else_is_pressed()
    {
        await using var launcher = await Launcher.OpenAsync(chromium, English);
        await launcher.LaunchAsync();
        await launcher.Page.Locator("#client-menu-button").ClickAsync();
        await Expect(launcher.Page.Locator("#client-menu")).ToBeVisibleAsync();

        await launcher.Page.Locator("#user-id").ClickAsync();

        await Expect(launcher.Page.Locator("#client-menu")).ToBeHiddenAsync();
        await Expect(launcher.Page.Locator("#user-id")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Page_in_a_tab_of_its_own_gets_no_hold_of_the_launcher()
    {
        await using var launcher = await Launcher.OpenAsync(chromium, English);
        await launcher.LaunchAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");
        await launcher.Page.Locator("#client-menu-button").ClickAsync();

        var alone = await launcher.Page.RunAndWaitForPopupAsync(() => launcher.Page.Locator("#client-open-alone").ClickAsync());

        await Expect(alone).ToHaveURLAsync(launcher.Page.Frames[1].Url);
        Assert.True(await alone.EvaluateAsync<bool>("() => opener === null && document.referrer === ''"));
    }

    [Fact]
    public async Task Buttons_of_Telegram_stand_where_its_client_has_them()
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium, English);
        await launcher.LaunchAsync(("platform", "ios"));
        var page = launcher.Page;
        await Expect(launcher.App.Locator("body")).ToContainTextAsync("200");

        await page.Frames[1].EvaluateAsync("""
            () => [
              ['web_app_setup_main_button', { is_visible: true, text: 'Pay <b>1</b>' }],
              ['web_app_setup_back_button', { is_visible: true }],
              ['web_app_setup_settings_button', { is_visible: true }],
            ].forEach(([eventType, eventData]) => parent.postMessage(JSON.stringify({ eventType, eventData }), '*'))
            """);

        await Expect(page.Locator("#client-buttons [data-name=main]")).ToHaveTextAsync("Pay <b>1</b>");
        await Expect(page.Locator("#client-header-buttons [data-name=back]")).ToHaveTextAsync("Back");
        await page.Locator("#client-menu-button").ClickAsync();
        await page.Locator("#client-menu [data-name=settings]").ClickAsync();
        await Expect(launcher.BridgeMessage("settings_button_pressed")).ToHaveCountAsync(1);
        await launcher.TakePictureAsync("telegram-phone");

        await page.Locator("#client-close").ClickAsync();
        await page.Locator("#open").ClickAsync();
        await Expect(page.Locator("#client [data-name]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Question_over_the_page_takes_the_focus_and_Escape_gives_it_back()
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium, English);
        await launcher.LaunchAsync();
        await Expect(launcher.App.Locator("body")).ToContainTextAsync("200");
        await launcher.Page.Locator("#user-id").FocusAsync();

        await launcher.Page.Frames[1].EvaluateAsync("() => parent.postMessage(JSON.stringify({ eventType: 'web_app_open_popup', eventData: { message: 'Sure?', buttons: [{ id: 'yes', type: 'ok' }] } }), '*')");
        await Expect(launcher.Page.Locator("#client-dialog [data-answer=yes]")).ToBeFocusedAsync();
        await launcher.Page.Keyboard.PressAsync("Escape");

        await Expect(launcher.Page.Locator("#client-dialog")).ToBeHiddenAsync();
        await Expect(launcher.Page.Locator("#user-id")).ToBeFocusedAsync();
    }
}
