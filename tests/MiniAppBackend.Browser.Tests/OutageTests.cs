using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>What the launcher's page does while the back end is gone.</summary>
public sealed class OutageTests(Chromium chromium)
{
    private const string Words = "The back end does not answer. Is it running?";

    [Fact]
    public async Task A_back_end_that_is_gone_is_said_in_plain_words_and_the_page_goes_on_by_itself()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("user-id", "7"));
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 7!");
        await launcher.App.Locator("body").EvaluateAsync("() => { window.isTheSame = true; }");

        await launcher.Page.RouteAsync("**/vk/*", route => route.AbortAsync());
        await Expect(launcher.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(Words);
        await launcher.Page.Locator("#user-id").FillAsync("8");
        await launcher.Page.Locator("#open").ClickAsync();
        await Expect(launcher.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(1);
        await launcher.TakePictureAsync("back-end-gone");

        await launcher.Page.UnrouteAllAsync();
        await Expect(launcher.State("ready")).ToBeVisibleAsync();
        await Expect(launcher.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        Assert.True(await launcher.App.Locator("body").EvaluateAsync<bool>("() => window.isTheSame"));
        Assert.Equal("8", await launcher.Page.Locator("#user-id").InputValueAsync());

        await launcher.Page.Locator("#open").ClickAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 8!");
    }

    [Theory]
    [InlineData("vk")]
    [InlineData("telegram-launcher")]
    public async Task A_page_that_starts_before_the_back_end_answers_is_filled_when_it_does(string path)
    {
        await using var backend = new Backend();
        await using var window = await chromium.OpenWindowAsync(new());
        var page = await window.NewPageAsync();
        await page.RouteAsync("**/settings", route => route.FulfillAsync(new() { Status = 502 }));

        await page.GotoAsync(backend.LauncherAddress(path));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(Words);
        await page.UnrouteAllAsync();

        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
        var lists = await page.Locator("select").EvaluateAllAsync<string[]>("lists => lists.map(list => list.options.length + ' ' + new Set([...list.options].map(option => option.value)).size)");
        Assert.All(lists, list => Assert.Equal(list.Split(' ')[0], list.Split(' ')[1]));
        Assert.DoesNotContain("0 0", lists, StringComparer.Ordinal);
    }
}
