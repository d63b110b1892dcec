using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>The launcher's address says what is picked, and can be given to anybody.</summary>
public sealed class LinkTests(Chromium chromium)
{
    private const string State = "userId=7&platform=mobile_iphone&firstName=%D0%90%D0%B4%D0%B0+%26&lastName=true&language=en&isFavorite=true";

    [Fact]
    public async Task What_is_picked_is_in_the_address_without_the_secret_and_the_frame_learns_nothing_of_it()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("user-id", "7"), ("platform", "mobile_iphone"));
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 7!");

        Assert.Equal($"{launcher.Backend.Address}vk/#userId=7&platform=mobile_iphone&language=en", launcher.Page.Url);
        Assert.Equal($"{launcher.Backend.Address}vk/", await launcher.App.Locator("body").EvaluateAsync<string>("() => document.referrer"));
    }

    [Fact]
    public async Task An_address_fills_the_form_in_and_opens_nothing()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("user-id", "8"), ("ref", "catalog_recent"));
        var other = await launcher.Page.Context.NewPageAsync();

        await other.GotoAsync($"{launcher.Backend.LauncherAddress("vk")}&{State}");

        await Expect(other.Locator("#user-id")).ToHaveValueAsync("7");
        await Expect(other.Locator("#platform")).ToHaveValueAsync("mobile_iphone");
        await Expect(other.Locator("#first-name")).ToHaveValueAsync("Ада &");
        await Expect(other.Locator("#last-name")).ToHaveValueAsync("true");
        await Expect(other.Locator("#is-favorite")).ToBeCheckedAsync();
        await Expect(other.Locator("#ref")).ToHaveValueAsync("other"); // what the address does not say is as at the start
        await Expect(other.Locator("#app-frame")).ToHaveCountAsync(0);
        Assert.DoesNotContain(Secret(launcher), other.Url, StringComparison.Ordinal);
        await other.ReloadAsync();
        await Expect(other.Locator("#first-name")).ToHaveValueAsync("Ада &");
    }

    [Fact]
    public async Task Who_has_no_secret_yet_opens_the_printed_address_in_the_same_tab_and_has_the_launch()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        var other = await launcher.Page.Context.NewPageAsync();

        await other.GotoAsync($"{launcher.Backend.Address}vk/#{State}");
        await Expect(other.Locator("body")).ToHaveAttributeAsync("data-state", "secretMissing");
        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("Opened in this tab, it keeps what a link has picked.");
        await other.GotoAsync(launcher.Backend.LauncherAddress("vk"));

        await Expect(other.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
        await Expect(other.Locator("#user-id")).ToHaveValueAsync("7");
        Assert.Equal($"{launcher.Backend.Address}vk/#{State}", await other.EvaluateAsync<string>("() => location.href"));
    }

    [Fact]
    public async Task Another_address_in_the_same_tab_is_another_launch()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync();

        await launcher.Page.GotoAsync($"{launcher.Backend.Address}vk/#userId=9");

        await Expect(launcher.Page.Locator("#user-id")).ToHaveValueAsync("9");
        await Expect(launcher.Page.Locator("#language")).ToHaveValueAsync("ru");
    }

    [Fact]
    public async Task What_an_address_can_not_say_is_left_out_and_nothing_of_it_runs()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);

        await launcher.Page.GotoAsync(
            $"{launcher.Backend.Address}vk/#kind=nonsense&appId=1&isFavorite=maybe&namedItem=x&__proto__=x&nobody=x&firstName=<img src=x onerror=alert(1)>&userId=5");

        await Expect(launcher.Page.Locator("#user-id")).ToHaveValueAsync("5");
        await Expect(launcher.Page.Locator("#kind")).ToHaveValueAsync("fresh");
        await Expect(launcher.Page.Locator("#app-id")).ToHaveValueAsync($"{Backend.AppId}");
        await Expect(launcher.Page.Locator("#is-favorite")).Not.ToBeCheckedAsync();
        await Expect(launcher.Page.Locator("#first-name")).ToHaveValueAsync("<img src=x onerror=alert(1)>");
        await Expect(launcher.Page.Locator("img")).ToHaveCountAsync(1);
        await launcher.Page.Locator("#open").ClickAsync();
        await Expect(launcher.Page.Locator("#verdict")).ToHaveTextAsync("Accepted");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_copied_link_has_no_secret_even_where_the_address_has(bool keepsNothing)
    {
        await using var backend = new Backend();
        await using var window = await chromium.OpenWindowAsync(new() { Permissions = ["clipboard-read", "clipboard-write"], Locale = "en-US" });
        if (keepsNothing)
        {
            await window.AddInitScriptAsync("for (const name of ['sessionStorage', 'localStorage']) { Object.defineProperty(window, name, { get() { throw new DOMException('', 'SecurityError'); } }); }");
        }

        var page = await window.NewPageAsync();
        await page.GotoAsync(backend.LauncherAddress("vk"));
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
        await page.Locator("#user-id").FillAsync("7");

        var link = await Copying.CopyAsync(page, page.Locator("#copy-link"));

        Assert.Equal($"{backend.Address}vk/#userId=7", link);
        Assert.Equal(keepsNothing ? $"{backend.LauncherAddress("vk")}&userId=7" : $"{backend.Address}vk/#userId=7", page.Url);
    }

    private static string Secret(Launcher launcher) => new Uri(launcher.Backend.LauncherAddress("vk")).Fragment[1..];
}
