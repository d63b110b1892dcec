using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

public sealed class LaunchTests(Chromium chromium)
{
    [Fact]
    public async Task A_launch_goes_from_the_launcher_through_the_page_to_the_server_and_comes_back_as_claims()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("user-id", "4000000000"), ("platform", "desktop_web"));

        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 4000000000!");
        await Expect(launcher.App.Locator("#platform")).ToHaveTextAsync("desktop_web");
        await Expect(launcher.App.Locator("#language")).ToHaveTextAsync("en");
        await Expect(launcher.App.Locator("#community")).ToBeHiddenAsync();

        await launcher.ExpectCallAsync(0, "GET /me", 200);
        await launcher.ExpectCallAsync(1, "POST /session", 200);
        await Expect(launcher.Calls).ToHaveCountAsync(2);
        await Expect(launcher.Page.Locator("#verdict")).ToHaveTextAsync("Accepted");
        await Expect(launcher.Claim("vk_user_id")).ToHaveTextAsync("4000000000");
        await Expect(launcher.Claim("vk_language")).ToHaveTextAsync("en");
        await Expect(launcher.BridgeMessage("VKWebAppInit")).ToContainTextAsync("answered");
        await Expect(launcher.BridgeMessage("VKWebAppUpdateConfig")).ToContainTextAsync("light");
        await launcher.TakePictureAsync("accepted");
    }

    [Theory]
    [InlineData("launch")]
    [InlineData("claims")]
    public async Task What_was_opened_last_is_shown_though_the_one_before_it_is_answered_later(string answer)
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium);
        var page = launcher.Page;
        var late = new TaskCompletionSource();
        await page.RouteAsync(
            $"**/telegram-launcher/{answer}",
            async route =>
            {
                await late.Task;
                await route.ContinueAsync();
            },
            new() { Times = 1 });

        await page.RunAndWaitForRequestAsync(() => launcher.LaunchAsync(("user-id", "7")), request => request.Url.EndsWith($"/{answer}", StringComparison.Ordinal));
        await launcher.LaunchAsync(("user-id", "8"));
        await Expect(launcher.Claim("telegram_user_id")).ToHaveTextAsync("8");
        await page.RunAndWaitForRequestFinishedAsync(
            () =>
            {
                late.SetResult();
                return Task.CompletedTask;
            },
            new() { Predicate = request => request.Url.EndsWith($"/{answer}", StringComparison.Ordinal) });
        await page.EvaluateAsync("() => new Promise(resolve => setTimeout(resolve))");

        await Expect(launcher.Claim("telegram_user_id")).ToHaveTextAsync("8");
        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync("8");
        Assert.Contains("%2522id%2522%253A8%252C", await page.Locator("#frame-address").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_of_the_community_sees_its_settings()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("group-id", "7"), ("role", "admin"));
        await launcher.App.Locator("#settings").ClickAsync();

        await Expect(launcher.App.Locator("#settings-answer")).ToHaveTextAsync("Settings of community 7.");
        await launcher.ExpectCallAsync(0, "GET /community/settings", 200);
        await Expect(launcher.Claim("vk_viewer_group_role")).ToHaveTextAsync("admin");
        await launcher.TakePictureAsync("community-admin");
    }

    [Fact]
    public async Task A_member_of_the_community_does_not()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("group-id", "7"), ("role", "member"));
        await launcher.App.Locator("#settings").ClickAsync();

        await Expect(launcher.App.Locator("#settings-answer")).ToContainTextAsync("The server says no");
        await launcher.ExpectCallAsync(0, "GET /community/settings", 403);
        await launcher.TakePictureAsync("community-member");
    }

    [Fact]
    public async Task The_link_into_the_app_stands_behind_the_signed_parameters()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("fragment", "/profile/1"));

        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 42!");
        Assert.Equal("#/profile/1", await launcher.App.Locator("body").EvaluateAsync<string>("() => location.hash"));
    }

    [Fact]
    public async Task Where_the_page_is_not_built_the_stand_in_makes_its_one_call()
    {
        var empty = Directory.CreateTempSubdirectory();
        await using (var launcher = await Launcher.OpenAsync(chromium, webRoot: empty.FullName))
        {
            await launcher.LaunchAsync();

            await Expect(launcher.AppTitle).ToHaveTextAsync("A stand-in for the mini app's page");
            await Expect(launcher.App.Locator("#answer")).ToHaveTextAsync("""200 {"id":42,"platform":"desktop_web","language":"en"}""");
            await launcher.ExpectCallAsync(0, "GET /me", 200);
            await launcher.TakePictureAsync("stand-in");
        }

        empty.Delete(recursive: true);
    }
}
