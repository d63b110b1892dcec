using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>The page of <c>dotnet new miniapp</c>.</summary>
public sealed class TemplatePageTests(Chromium chromium)
{
    [Theory]
    [InlineData("vk", false)]
    [InlineData("telegram", false)]
    [InlineData("max", false)]
    [InlineData("vk", true)]
    public async Task It_says_who_its_user_is_with_a_network_or_without(string platform, bool sessions)
    {
        await using var app = await TemplateApp.OpenAsync(chromium, platform, sessions, online: false);
        await app.LaunchAsync("fresh");

        await Expect(app.Status).ToHaveTextAsync($"The server knows you: {platform}:42.");
        await Expect(app.Calls).ToHaveTextAsync(sessions ? ["GET /me", "POST /session"] : ["GET /me"]);
    }

    [Fact]
    public async Task An_expired_launch_of_VK_is_renewed_by_the_bridge_whose_hash_the_page_has()
    {
        await using var app = await TemplateApp.OpenAsync(chromium, "vk");
        await app.LaunchAsync("expired");

        await Expect(app.Status).ToHaveTextAsync("The server knows you: vk:42.");
        await Expect(app.Calls).ToHaveTextAsync(["GET /me", "GET /me"]);
        await app.TakePictureAsync("template-renewed");
    }

    [Fact]
    public async Task An_expired_launch_of_VK_is_renewed_for_a_session_too()
    {
        await using var app = await TemplateApp.OpenAsync(chromium, "vk", sessions: true);
        await app.LaunchAsync("expired");

        await Expect(app.Status).ToHaveTextAsync("The server knows you: vk:42.");
        await Expect(app.Calls).ToHaveTextAsync(["GET /me", "POST /session", "POST /session"]);
    }

    [Theory]
    [InlineData("vk", false)]
    [InlineData("telegram", false)]
    [InlineData("max", true)]
    public async Task Where_nobody_can_renew_an_expired_launch_the_page_says_what_to_do(string platform, bool sessions)
    {
        await using var app = await TemplateApp.OpenAsync(chromium, platform, sessions, online: false);
        await app.LaunchAsync("expired");

        await Expect(app.Status).ToHaveTextAsync("The server refused this launch (expired). Close the app and open it again.");
    }

    [Fact]
    public async Task A_forged_launch_is_refused_and_not_renewed()
    {
        await using var app = await TemplateApp.OpenAsync(chromium, "vk");
        await app.LaunchAsync("forged");

        await Expect(app.Status).ToHaveTextAsync("The server refused this launch. Close the app and open it again.");
        await Expect(app.Calls).ToHaveTextAsync(["GET /me"]);
    }

    [Fact]
    public async Task A_session_whose_access_token_has_expired_is_refreshed()
    {
        await using var app = await TemplateApp.OpenAsync(chromium, "telegram", sessions: true);
        await app.LaunchAsync("fresh");
        await Expect(app.Status).ToHaveTextAsync("The server knows you: telegram:42.");

        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await app.Frame.Locator("#ask").ClickAsync();

        await Expect(app.Calls).ToHaveTextAsync(["GET /me", "POST /session/refresh", "GET /me", "GET /me", "POST /session"]);
        await Expect(app.Status).ToHaveTextAsync("The server knows you: telegram:42.");
    }

    [Fact]
    public async Task Without_a_launch_the_page_says_where_to_find_one()
    {
        await using var app = await TemplateApp.OpenAsync(chromium, "vk");
        await app.Page.GotoAsync(new Uri(new Uri(app.Page.Url), "/").AbsoluteUri);

        await Expect(app.Page.Locator("#status")).ToContainTextAsync("open the address of the launcher");
    }
}
