using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>One launch, and who else has it: the page once more, the same user's other tabs, somebody else.</summary>
public sealed class TabTests(Chromium chromium)
{
    [Fact]
    public async Task A_page_that_is_reloaded_begins_a_session_with_the_same_launch()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync();
        await ExpectUserAsync(launcher);

        await launcher.ReloadAppAsync();

        await Expect(launcher.Calls).ToHaveCountAsync(4);
        await ExpectUserAsync(launcher);
        await launcher.ExpectCallAsync(0, "GET /me", 200);
        await launcher.ExpectCallAsync(1, "POST /session", 200);
        await Expect(launcher.Renewals).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_asked_for_again_with_the_same_launch()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.Page.RouteAsync("**/session", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await launcher.LaunchAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("The server does not answer");

        await launcher.Page.UnrouteAllAsync();
        await launcher.App.Locator("#ask").ClickAsync();

        await ExpectUserAsync(launcher);
        await Expect(launcher.Renewals).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_copy_of_the_tab_signs_in_with_the_same_launch()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync();
        await ExpectUserAsync(launcher);

        await using var copy = await launcher.CopyTabAsync();
        await copy.LaunchAsync();

        await ExpectUserAsync(copy);
        Assert.Equal(launcher.Page.Frames[1].Url, copy.Page.Frames[1].Url);
        await Expect(copy.Renewals).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_same_launch_in_another_tab_is_refused_as_replayed_and_renewed()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await using var other = await launcher.OpenTabAsync();
        await launcher.LaunchAsync();
        await ExpectUserAsync(launcher);

        await SignFurtherLaunchesLaterAsync(other, after: 1);
        await other.LaunchAsync();

        await Expect(other.App.Locator("#status")).ToHaveTextAsync("The launch was not good any more, so VK signed a new one.");
        await ExpectUserAsync(other);
        Assert.Equal(launcher.Page.Frames[1].Url, other.Page.Frames[1].Url);
        await other.ExpectCallAsync(1, "POST /session", 200);
        await other.ExpectCallAsync(2, "POST /session", 401);
        await Expect(other.Calls.Nth(2).GetByTestId("challenge")).ToContainTextAsync("reason=\"replayed\"");
        await Expect(other.Renewals).ToHaveCountAsync(1);
        await other.TakePictureAsync("replayed");

        await launcher.App.Locator("#ask").ClickAsync();
        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync("The server knows you by the launch that VK signed.");
    }

    [Fact]
    public async Task Three_tabs_at_once_are_all_signed_in_though_VK_signs_the_same_launch_within_a_second()
    {
        await using var first = await Launcher.OpenAsync(chromium);
        await using var second = await first.OpenTabAsync();
        await using var third = await first.OpenTabAsync();
        Launcher[] tabs = [first, second, third];

        // Two of the three are renewed, and once more within one second.
        var areSigned = await SignFurtherLaunchesLaterAsync(first, after: 3, except: 5);
        await first.Page.Context.RouteAsync("**/session", async route =>
        {
            // None before all of them have a launch of the same second.
            await areSigned;
            await route.ContinueAsync();
        });
        await Task.WhenAll(tabs.Select(tab => tab.LaunchAsync()));

        foreach (var tab in tabs)
        {
            await ExpectUserAsync(tab);
        }

        await first.ExpectCallAsync(0, "GET /me", 200);
        var renewals = await Task.WhenAll(tabs.Select(tab => tab.Renewals.CountAsync()));
        Assert.Equal([0, 1, 2], renewals.Order());
    }

    [Fact]
    public async Task Whoever_has_the_launch_alone_gets_nothing_by_it()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync();
        await ExpectUserAsync(launcher);

        await using var elsewhere = await chromium.OpenWindowAsync(new());
        var page = await elsewhere.NewPageAsync();
        await page.GotoAsync(launcher.Page.Frames[1].Url);

        await Expect(page.Locator("h1")).ToHaveTextAsync("The server refused this launch");
        await launcher.ExpectCallAsync(0, "POST /session", 401);
        await Expect(launcher.Calls.First.GetByTestId("challenge")).ToContainTextAsync("reason=\"replayed\"");
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_for_the_page_is_signed_in_and_has_a_reload_renewed()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.Page.AddInitScriptAsync("Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('', 'SecurityError'); } })");
        await launcher.LaunchAsync();
        await ExpectUserAsync(launcher);
        await launcher.ExpectCallAsync(0, "GET /me", 200);
        await Expect(launcher.Calls).ToHaveCountAsync(2);

        launcher.Backend.Clock.Advance(TimeSpan.FromSeconds(1));
        await launcher.ReloadAppAsync();

        await Expect(launcher.App.Locator("#status")).ToHaveTextAsync("The launch was not good any more, so VK signed a new one.");
        await ExpectUserAsync(launcher);
        await Expect(launcher.Renewals).ToHaveCountAsync(1);
    }

    private static Task ExpectUserAsync(Launcher launcher) => Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");

    /// <summary>Lets a second pass before each launch is signed, but for the first ones of all tabs, and one more.</summary>
    /// <returns>What is over when the last of those is signed that are not later.</returns>
    private static async Task<Task> SignFurtherLaunchesLaterAsync(Launcher launcher, int after, int except = 0)
    {
        var (begun, signed, areSigned) = (0, 0, new TaskCompletionSource());
        await launcher.Page.Context.RouteAsync("**/vk/launch", async route =>
        {
            var number = Interlocked.Increment(ref begun);
            if (number > after && number != except)
            {
                launcher.Backend.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer });
            if (Interlocked.Increment(ref signed) == after)
            {
                areSigned.TrySetResult();
            }
        });
        return areSigned.Task;
    }
}
