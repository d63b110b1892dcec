using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>Pages as a bundler makes them: VK's own starter templates, and pages on libraries for React. None knows of a launcher.</summary>
public sealed class BuiltPageTests(Chromium chromium)
{
    [Theory]
    [InlineData("vk-javascript")]
    [InlineData("vk-typescript")]
    public async Task VK_s_own_starter_template_starts_unchanged_and_shows_the_user(string page)
    {
        await using var launcher = await Launcher.OpenAsync(chromium, needsBuild: false);
        await ServeAsync(launcher, "**/app/?**", page);
        await launcher.LaunchAsync(("first-name", "Ада"), ("last-name", "Лавлейс"));

        await Expect(launcher.App.GetByText("User Data Fetched with VK Bridge")).ToBeVisibleAsync();
        await Expect(launcher.App.GetByText("Ада Лавлейс")).ToBeVisibleAsync();
        await Expect(launcher.App.Locator(".vkuiScreenSpinner, .vkuiSpinner")).ToHaveCountAsync(0);
        await launcher.TakePictureAsync(page);

        await launcher.App.GetByRole(AriaRole.Button, new() { Name = "Persik" }).ClickAsync();
        await Expect(launcher.App.GetByAltText("Persik The Cat")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task VK_s_own_starter_template_takes_the_appearance_of_the_launcher()
    {
        await using var launcher = await Launcher.OpenAsync(chromium, needsBuild: false);
        await ServeAsync(launcher, "**/app/?**", "vk-typescript");
        await launcher.Page.Locator("#appearance").SelectOptionAsync("dark");
        await launcher.LaunchAsync();

        await Expect(launcher.App.Locator("body")).ToContainClassAsync("vkui--vkCom--dark");
        await launcher.Page.Locator("#appearance").SelectOptionAsync("light");
        await Expect(launcher.App.Locator("body")).ToContainClassAsync("vkui--vkCom--light");
    }

    [Theory]
    [InlineData("telegram-apps-react")]
    [InlineData("tma-react")]
    public async Task A_page_on_React_of_the_launcher_s_origin_starts_unchanged(string page)
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium);
        await ServeAsync(launcher, "**/telegram?**", page);
        await launcher.LaunchAsync(("appearance", "dark"), ("version", "9.5"), ("start-param", "react"));

        await Expect(launcher.AppTitle).ToHaveTextAsync("Ada");
        await Expect(launcher.App.Locator("#client")).ToHaveTextAsync("web dark");
        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync("200 {\"id\":42,");
        await Expect(launcher.Page.Locator("#bridge-hint")).ToBeHiddenAsync();
        await launcher.TakePictureAsync(page);

        await launcher.App.GetByRole(AriaRole.Button, new() { Name = "Go deeper" }).ClickAsync();
        await Expect(launcher.Page.GetByRole(AriaRole.Button, new() { Name = "Back", Exact = true })).ToBeVisibleAsync();

        await launcher.ReloadAppAsync();
        await Expect(launcher.AppTitle).ToHaveTextAsync("Ada");
    }

    /// <summary>Has the frame's address answered by a built page, and by nothing that the back end has there.</summary>
    private static async Task ServeAsync(Launcher launcher, string address, string page)
    {
        Sample.SkipWithoutBuiltPages(launcher.Backend);
        var style = File.Exists(Sample.BuiltPage(launcher.Backend, page + ".css")) ? $"<link rel=stylesheet href=/built/{page}.css>" : "";
        await launcher.Page.RouteAsync(
            address,
            route => route.FulfillAsync(new()
            {
                ContentType = "text/html; charset=utf-8",
                Body = $"<!doctype html>{style}<div id=root></div><script type=module src=/built/{page}.js></script>",
            }));
        await launcher.Page.RouteAsync(
            "**/built/*", route => route.FulfillAsync(new() { Path = Sample.BuiltPage(launcher.Backend, new Uri(route.Request.Url).Segments[^1]) }));
    }
}
