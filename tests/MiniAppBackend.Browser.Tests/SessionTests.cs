using Microsoft.Extensions.DependencyInjection;
using MiniApp;
using MiniApp.AspNetCore;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>A session while its page stays open.</summary>
public sealed class SessionTests(Chromium chromium)
{
    private const string Known = "The server knows you by the launch that VK signed.";
    private const string Renewed = "The launch was not good any more, so VK signed a new one.";

    private static readonly MiniAppSubject User = MiniAppSubject.VkUser(42);

    [Fact]
    public async Task An_access_token_that_has_expired_is_refreshed_without_the_launch()
    {
        await using var launcher = await OpenAsync();

        launcher.Backend.Clock.Advance(TimeSpan.FromMinutes(16));
        await launcher.App.Locator("#ask").ClickAsync();

        await launcher.ExpectCallAsync(0, "GET /me", 200);
        await launcher.ExpectCallAsync(1, "POST /session/refresh", 200);
        await launcher.ExpectCallAsync(2, "GET /me", 401);
        await Expect(launcher.Calls.Nth(2).GetByTestId("challenge")).ToContainTextAsync("reason=\"expired\"");
        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync(Known);
        await Expect(launcher.Renewals).ToHaveCountAsync(0);
        await launcher.TakePictureAsync("refreshed");
    }

    [Fact]
    public async Task A_session_outlives_its_launch_and_ends_a_day_after_it()
    {
        await using var launcher = await OpenAsync();

        launcher.Backend.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await launcher.App.Locator("#ask").ClickAsync();
        await launcher.ExpectCallAsync(1, "POST /session/refresh", 200);
        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync(Known);
        await Expect(launcher.Renewals).ToHaveCountAsync(0);

        launcher.Backend.Clock.Advance(TimeSpan.FromSeconds(1));
        await launcher.App.Locator("#ask").ClickAsync();
        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync(Renewed);
        await Expect(launcher.Calls).ToHaveCountAsync(10);
        await launcher.ExpectCallAsync(1, "POST /session", 200);
        await launcher.ExpectCallAsync(2, "POST /session", 401);
        await launcher.ExpectCallAsync(3, "POST /session/refresh", 401);
        await Expect(launcher.Renewals).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Who_logs_out_everywhere_in_one_tab_is_signed_in_by_a_new_launch_in_the_others()
    {
        await using var launcher = await OpenAsync();
        await using var other = await launcher.CopyTabAsync();
        await other.LaunchAsync();
        await Expect(other.AppTitle).ToHaveTextAsync("Hello, user 42!");

        Assert.Equal(204, await launcher.App.Locator("body").EvaluateAsync<int>(
            """
            () => fetch('/session/all', { method: 'DELETE', headers: { Authorization: `Bearer ${location.search.slice(1)}` } })
              .then(response => response.status)
            """));
        launcher.Backend.Clock.Advance(TimeSpan.FromSeconds(1));
        await other.App.Locator("#ask").ClickAsync();

        await Expect(other.App.Locator("#status")).ToHaveTextAsync(Renewed);
        await Expect(other.AppTitle).ToHaveTextAsync("Hello, user 42!");
        await other.ExpectCallAsync(1, "POST /session", 200);
        foreach (var (index, call) in new[] { "POST /session", "POST /session/refresh", "GET /me" }.Index())
        {
            await other.ExpectCallAsync(index + 2, call, 401);
            await Expect(other.Calls.Nth(index + 2).GetByTestId("challenge")).ToContainTextAsync("reason=\"revoked\"");
        }

        await Expect(other.Renewals).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_user_who_is_kept_out_is_told_so_and_asks_for_no_new_launch()
    {
        await using var launcher = await OpenAsync();
        var revocations = launcher.Backend.Services.GetRequiredService<MiniAppRevocations>();

        await revocations.BlockAsync(User, until: null, TestContext.Current.CancellationToken);
        await launcher.App.Locator("#ask").ClickAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("You are kept out");
        await launcher.ExpectCallAsync(0, "GET /me", 401);
        await Expect(launcher.Calls).ToHaveCountAsync(3);

        await launcher.LaunchAsync();
        await Expect(launcher.App.Locator("main")).ToHaveAttributeAsync("data-state", "banned");
        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync("The owners of this app have blocked you.");
        await launcher.ExpectCallAsync(0, "POST /session", 401);
        await Expect(launcher.Calls).ToHaveCountAsync(1);
        await Expect(launcher.Renewals).ToHaveCountAsync(0);
        await launcher.TakePictureAsync("banned");

        await revocations.UnblockAsync(User, TestContext.Current.CancellationToken);
        await launcher.App.Locator("#ask").ClickAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");
    }

    [Fact]
    public async Task While_the_server_can_not_tell_whether_a_launch_was_used_it_says_so_and_then_goes_on()
    {
        var ledger = new RemoteLedger { IsAway = true };
        await using var launcher = await Launcher.OpenWithAsync(chromium, services => services.AddSingleton<ILaunchLedger>(ledger));
        await launcher.LaunchAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("The server can’t tell now");
        await launcher.ExpectCallAsync(0, "POST /session", 503);
        await launcher.TakePictureAsync("unavailable");

        ledger.IsAway = false;
        await launcher.App.Locator("#ask").ClickAsync();
        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync(Known);

        ledger.IsAway = true;
        launcher.Backend.Clock.Advance(TimeSpan.FromMinutes(16));
        await launcher.App.Locator("#ask").ClickAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("The server can’t tell now");
        await launcher.ExpectCallAsync(0, "POST /session/refresh", 503);

        ledger.IsAway = false;
        await launcher.App.Locator("#ask").ClickAsync();
        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync(Known);
        await Expect(launcher.Renewals).ToHaveCountAsync(0);
    }

    private async Task<Launcher> OpenAsync()
    {
        var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");
        await launcher.ExpectCallAsync(0, "GET /me", 200);
        return launcher;
    }
}
