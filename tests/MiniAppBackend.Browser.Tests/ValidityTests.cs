using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>How long the open launch is good, by the server's clock.</summary>
public sealed class ValidityTests(Chromium chromium)
{
    [Fact]
    public async Task Launch_is_counted_down_to_its_last_second_and_then_a_fresh_one_is_offered()
    {
        await using var launcher = await Launcher.OpenAsync(chromium, new() { Locale = "en-US", TimezoneId = "Europe/Moscow" });
        var (badge, renew, clock) = (launcher.Page.Locator("#window-badge"), launcher.Page.Locator("#renew"), launcher.Backend.Clock);
        await launcher.LaunchAsync();

        await Expect(badge).ToHaveTextAsync("good for 1:00:00");
        await Expect(launcher.Page.Locator("#signed-at")).ToHaveTextAsync("Nov 15, 2023, 01:13:20 AM");
        await Expect(launcher.Page.Locator("#claims [data-moment]")).ToHaveTextAsync("Nov 15, 2023, 01:13:20 AM");
        await Expect(launcher.Claim("vk_ts")).ToHaveTextAsync("1700000000");
        await Expect(renew).ToBeHiddenAsync();

        clock.Advance(TimeSpan.FromSeconds(3600));
        await Expect(badge).ToHaveTextAsync("good for 0:00");
        await Expect(renew).ToBeHiddenAsync();

        clock.Advance(TimeSpan.FromSeconds(1));
        await Expect(badge).ToHaveTextAsync("expired for 0:01");
        await launcher.TakePictureAsync("launch-over");

        await renew.ClickAsync();
        await Expect(badge).ToHaveTextAsync("good for 1:00:00");
        await Expect(launcher.Claim("vk_ts")).ToHaveTextAsync("1700003601");
        await Expect(renew).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Expired_launch_says_so_at_once_and_a_fresh_one_is_one_press_away()
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium);
        await launcher.LaunchAsync(("kind", "expired"));
        await Expect(launcher.Page.Locator("#window-badge")).ToHaveTextAsync("expired for 0:01");

        await launcher.Page.Locator("#renew").ClickAsync();

        await Expect(launcher.Page.Locator("#kind")).ToHaveValueAsync("fresh");
        await Expect(launcher.Page.Locator("#window-badge")).ToHaveTextAsync("good for 1 d 0:00:00");
        await Expect(launcher.Page.Locator("#verdict")).ToHaveTextAsync("Accepted");
    }

    [Fact]
    public async Task Launch_dated_ahead_says_when_it_becomes_good()
    {
        await using var launcher = await Launcher.OpenMaxAsync(chromium);
        await launcher.LaunchAsync(("kind", "datedAhead"));

        await Expect(launcher.Page.Locator("#window-badge")).ToHaveTextAsync("good in 1:00:00");
        launcher.Backend.Clock.Advance(TimeSpan.FromHours(1));
        await Expect(launcher.Page.Locator("#window-state")).ToHaveTextAsync("good for");
    }
}
