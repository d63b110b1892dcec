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
