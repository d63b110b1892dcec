using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

public sealed class RefusalTests(Chromium chromium)
{
    [Theory]
    [InlineData("forged", "Wrong signature")]
    [InlineData("anotherApp", "Unknown app")]
    [InlineData("datedAhead", "Dated ahead")]
    public async Task A_launch_that_is_not_genuine_is_shown_as_refused(string kind, string reason)
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("kind", kind));

        await Expect(launcher.AppTitle).ToHaveTextAsync("The server refused this launch");
        await Expect(launcher.App.Locator("#user")).ToBeHiddenAsync();
        await launcher.ExpectCallAsync(0, "POST /session", 401);
        await Expect(launcher.Calls).ToContainTextAsync([reason]);
        await Expect(launcher.Page.Locator("#verdict")).ToHaveTextAsync(reason);
        await Expect(launcher.Page.Locator("#claims")).ToBeEmptyAsync();
        await Expect(launcher.Renewals).ToHaveCountAsync(0);
        await launcher.TakePictureAsync($"refused-{kind}");
    }

    [Fact]
    public async Task A_visitor_who_is_not_signed_in_is_shown_as_refused()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("user-id", "0"));

        await Expect(launcher.AppTitle).ToHaveTextAsync("The server refused this launch");
        await Expect(launcher.Page.Locator("#verdict")).ToHaveTextAsync("Nobody signed in");
    }

    [Fact]
    public async Task A_page_without_launch_parameters_asks_to_be_opened_in_VK()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.Page.GotoAsync($"{launcher.Backend.Address}app/");

        await Expect(launcher.Page.Locator("h1")).ToHaveTextAsync("Open the app in VK");
        await launcher.TakePictureAsync("outside");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_shown_and_can_be_asked_again()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");

        await launcher.Page.RouteAsync("**/me", route => route.AbortAsync());
        await launcher.App.Locator("#ask").ClickAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("The server does not answer");

        await launcher.Page.UnrouteAllAsync();
        await launcher.App.Locator("#ask").ClickAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");
    }
}
