using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

public sealed class RenewalTests(Chromium chromium)
{
    private const string Expired = "Bearer error=\"invalid_token\", error_description=\"The launch parameters have expired\", reason=\"expired\"";

    [Fact]
    public async Task An_expired_launch_is_renewed_through_the_bridge_and_the_call_repeated()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("kind", "expired"));

        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");
        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync("The launch was not good any more, so VK signed a new one.");
        await ExpectRenewalAsync(launcher);
        await Expect(launcher.Calls).ToHaveCountAsync(3);
        await launcher.TakePictureAsync("renewed");
    }

    [Fact]
    public async Task A_launch_that_expires_while_the_page_is_open_is_renewed_as_well()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");

        launcher.Backend.Clock.Advance(TimeSpan.FromDays(2));
        await launcher.App.Locator("#ask").ClickAsync();

        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync("The launch was not good any more, so VK signed a new one.");
        await ExpectRenewalAsync(launcher);

        await launcher.App.Locator("#ask").ClickAsync();
        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync("The server knows you by the launch that VK signed.");
        await Expect(launcher.Calls).ToHaveCountAsync(8);
        await Expect(launcher.Renewals).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Outside_VK_an_expired_launch_stays_refused()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        var query = launcher.Backend.Sign(new() { UserId = 42, Language = "en" });
        launcher.Backend.Clock.Advance(TimeSpan.FromDays(2));

        await launcher.Page.GotoAsync($"{launcher.Backend.Address}app/?{query}");

        await Expect(launcher.Page.Locator("h1")).ToHaveTextAsync("The server refused this launch");
    }

    private static async Task ExpectRenewalAsync(Launcher launcher)
    {
        await launcher.ExpectCallAsync(0, "GET /me", 200);
        await launcher.ExpectCallAsync(1, "POST /session", 200);
        await launcher.ExpectCallAsync(2, "POST /session", 401);
        await Expect(launcher.Calls.Nth(2).GetByTestId("challenge")).ToHaveTextAsync(Expired);
        await Expect(launcher.Renewals).ToContainTextAsync("answered");
        await Expect(launcher.Page.Locator("#verdict")).ToHaveTextAsync("Accepted");
    }
}
