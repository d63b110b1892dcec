using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>Telegram's launcher, the smallest page of a mini app, and the back end.</summary>
public sealed class TelegramTests(Chromium chromium)
{
    [Fact]
    public async Task Init_data_goes_from_the_launcher_through_the_page_to_the_server_and_comes_back_as_claims()
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium);
        await launcher.LaunchAsync(("user-id", "4000000000"), ("first-name", "Ада & Co+"), ("chat-type", "group"), ("start-param", "order_7"));

        await Expect(launcher.App.Locator("#answer")).ToHaveTextAsync("""200 {"id":4000000000,"firstName":"Ада & Co+","language":"en"}""");
        await launcher.ExpectCallAsync(0, "GET /telegram/me", 200);
        await Expect(launcher.Calls).ToHaveCountAsync(1);
        await Expect(launcher.Page.Locator("#verdict")).ToHaveTextAsync("Accepted");
        await Expect(launcher.Claim("telegram_first_name")).ToHaveTextAsync("Ада & Co+");
        await Expect(launcher.Claim("telegram_chat_type")).ToHaveTextAsync("group");
        await Expect(launcher.Claim("telegram_start_param")).ToHaveTextAsync("order_7");
        Assert.Equal("?tgWebAppStartParam=order_7", await launcher.App.Locator("body").EvaluateAsync<string>("() => location.search"));
        await launcher.TakePictureAsync("telegram-accepted");
    }

    [Theory]
    [InlineData("forged", "Wrong proof")]
    [InlineData("anotherApp", "Wrong proof")]
    [InlineData("expired", "Expired")]
    [InlineData("datedAhead", "Dated ahead")]
    public async Task Bad_init_data_is_shown_as_refused(string kind, string verdict)
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium);
        await launcher.LaunchAsync(("kind", kind));

        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync(kind == "expired" ? "Too old" : "401");
        await launcher.ExpectCallAsync(0, "GET /telegram/me", 401);
        await Expect(launcher.Calls.First.Locator(".reason")).ToHaveTextAsync(verdict);
        await Expect(launcher.Page.Locator("#verdict")).ToHaveTextAsync(verdict);
        await launcher.TakePictureAsync($"telegram-{kind}");
    }

    [Fact]
    public async Task The_page_gets_the_colors_that_it_asks_for_and_again_when_they_change()
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium, new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });
        await launcher.LaunchAsync();

        await Expect(launcher.BridgeMessage("web_app_request_theme")).ToContainTextAsync("answered");
        await Expect(launcher.BridgeMessage("web_app_ready")).ToContainTextAsync("no answer");
        await Expect(launcher.App.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");

        await launcher.Page.Locator("#appearance").SelectOptionAsync("dark");

        await Expect(launcher.BridgeMessage("theme_changed")).ToContainTextAsync("event");
        await Expect(launcher.App.Locator("body")).ToHaveCSSAsync("background-color", "rgb(33, 33, 33)");
        await launcher.TakePictureAsync("telegram-dark");
    }
}
