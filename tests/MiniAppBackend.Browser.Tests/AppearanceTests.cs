using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

public sealed class AppearanceTests(Chromium chromium)
{
    private static readonly BrowserNewContextOptions DarkRussian = new() { ColorScheme = ColorScheme.Dark, Locale = "ru-RU" };

    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true };

    [Fact]
    public async Task Launcher_and_page_are_dark_and_Russian_for_whom_it_suits()
    {
        await using var launcher = await Launcher.OpenAsync(chromium, DarkRussian);
        await launcher.LaunchAsync(("language", "ru"), ("group-id", "7"), ("role", "editor"));

        await Expect(launcher.Page).ToHaveTitleAsync("Запуск мини-приложения VK");
        await Expect(launcher.AppTitle).ToHaveTextAsync("Привет, пользователь 42!");
        await Expect(launcher.App.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Expect(launcher.App.Locator("html")).ToHaveAttributeAsync("data-appearance", "dark");
        await Expect(launcher.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(18, 22, 28)");
        await Expect(launcher.App.Locator("body")).ToHaveCSSAsync("background-color", "rgb(18, 22, 28)");
        await launcher.ExpectCallAsync(0, "GET /me", 200);
        await launcher.TakePictureAsync("dark-russian");
    }

    [Fact]
    public async Task The_page_follows_when_VK_turns_dark()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync();
        await Expect(launcher.BridgeMessage("VKWebAppUpdateConfig")).ToContainTextAsync("light");

        await launcher.Page.Locator("#appearance").SelectOptionAsync("dark");

        await Expect(launcher.App.Locator("html")).ToHaveAttributeAsync("data-appearance", "dark");
    }

    [Fact]
    public async Task Another_language_of_the_page_leaves_the_open_app_alone()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");
        await launcher.ExpectCallAsync(0, "GET /me", 200);
        await launcher.App.Locator("body").EvaluateAsync("() => { window.isTheSame = true; }");
        var address = await launcher.Page.Locator("#frame-address").TextContentAsync();

        foreach (var (language, words) in new[] { ("ru", "Копировать адрес"), ("en", "Copy address") })
        {
            await launcher.Page.Locator("#page-language").SelectOptionAsync(language);

            await Expect(launcher.Page.Locator("#copy-address")).ToHaveTextAsync(words);
            await Expect(launcher.Page.Locator("#frame-address")).ToHaveTextAsync(address!);
            await Expect(launcher.Page.Locator("#copy-address")).ToBeEnabledAsync();
            await Expect(launcher.Calls).ToHaveCountAsync(2);
            Assert.True(await launcher.App.Locator("body").EvaluateAsync<bool>("() => window.isTheSame"));
        }

        Assert.StartsWith("/app/?vk_", address, StringComparison.Ordinal);
        await Expect(launcher.Page.Locator("#app-frame")).ToHaveAttributeAsync("aria-label", "The mini app");
    }

    [Fact]
    public async Task On_a_narrow_screen_nothing_stands_out_to_the_side()
    {
        await using var launcher = await Launcher.OpenAsync(chromium, Phone);
        await launcher.LaunchAsync(("platform", "mobile_iphone"), ("group-id", "7"));
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");
        await launcher.ExpectCallAsync(0, "GET /me", 200);

        Assert.Equal(0, await SpareWidthAsync(launcher.Page.Locator("html")));
        Assert.Equal(0, await SpareWidthAsync(launcher.App.Locator("html")));
        await Expect(launcher.App.Locator("#settings")).ToBeInViewportAsync();
        await launcher.TakePictureAsync("narrow");
    }

    private static Task<int> SpareWidthAsync(ILocator page) => page.EvaluateAsync<int>("page => page.scrollWidth - page.clientWidth");
}
