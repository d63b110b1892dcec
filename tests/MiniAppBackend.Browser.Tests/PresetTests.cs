using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>Launches with a name.</summary>
public sealed class PresetTests(Chromium chromium)
{
    [Fact]
    public async Task A_preset_is_one_choice_and_all_else_is_as_at_the_start()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchAsync(("user-id", "7"));

        await launcher.Page.Locator("#preset").SelectOptionAsync("presetCommunityAdmin");
        await Expect(launcher.Page.Locator("#user-id")).ToHaveValueAsync("42");
        await launcher.Page.Locator("#open").ClickAsync();

        await Expect(launcher.Claim("vk_viewer_group_role")).ToHaveTextAsync("admin");
        await Expect(launcher.Claim("vk_group_id")).ToHaveTextAsync("1");
        await Expect(launcher.Page.Locator("#preset")).ToHaveValueAsync("presetCommunityAdmin");
        await launcher.Page.Locator("#user-id").FillAsync("8");
        await Expect(launcher.Page.Locator("#preset")).ToHaveValueAsync("");
    }

    [Theory]
    [InlineData("vk")]
    [InlineData("telegram-launcher")]
    [InlineData("max-launcher")]
    public async Task Every_built_in_preset_of_a_platform_is_signed_as_it_says(string path)
    {
        await using var backend = new Backend();
        await using var window = await chromium.OpenWindowAsync(new() { Locale = "en-US" });
        var page = await window.NewPageAsync();
        await page.GotoAsync(backend.LauncherAddress(path));
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
        await page.RouteAsync("**/app/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "a page that never has its launch renewed" }));

        var names = await page.Locator("#presets-built-in option").EvaluateAllAsync<string[]>("options => options.map(option => option.value)");
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            await page.Locator("#preset").SelectOptionAsync(name);
            await page.Locator("#verdict").EvaluateAsync("verdict => verdict.removeAttribute('data-verdict')");
            await page.RunAndWaitForResponseAsync(
                () => page.Locator("#open").ClickAsync(), response => response.Url.EndsWith("/claims", StringComparison.Ordinal));

            var verdict = name switch { "presetExpired" => "Expired", "presetGuest" => "NoUser", _ => "Accepted" };
            await Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-verdict", verdict);
            await Expect(page.Locator("#form-error")).ToBeHiddenAsync();
        }
    }

    [Fact]
    public async Task An_own_preset_is_saved_by_the_keyboard_kept_by_the_browser_and_deleted()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        var (page, keyboard) = (launcher.Page, launcher.Page.Keyboard);
        await page.Locator("#user-id").FillAsync("7");

        await page.Locator("#save-preset").PressAsync("Enter");
        await Expect(page.Locator("#preset-name")).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Expect(page.Locator("#preset-dialog")).ToBeHiddenAsync();
        await Expect(page.Locator("#save-preset")).ToBeFocusedAsync();
        await Expect(page.Locator("#presets-own option")).ToHaveCountAsync(0);

        await keyboard.PressAsync("Enter");
        await keyboard.TypeAsync("<b>Seven</b>");
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("#preset")).ToHaveValueAsync("own <b>Seven</b>");
        await Expect(page.Locator("#presets-own option")).ToHaveTextAsync("<b>Seven</b>");

        await page.ReloadAsync();
        await Expect(launcher.State("ready")).ToBeVisibleAsync();
        await page.Locator("#preset").SelectOptionAsync("presetStart");
        await Expect(page.Locator("#user-id")).ToHaveValueAsync("42");
        await page.Locator("#preset").SelectOptionAsync("own <b>Seven</b>");
        await Expect(page.Locator("#user-id")).ToHaveValueAsync("7");

        await page.Locator("#delete-preset").ClickAsync();
        await Expect(page.Locator("#presets-own option")).ToHaveCountAsync(0);
        await Expect(page.Locator("#preset")).ToBeFocusedAsync();
        await Expect(page.Locator("#user-id")).ToHaveValueAsync("7");
    }

    [Fact]
    public async Task Enter_in_the_dialog_saves_and_no_name_or_the_other_button_does_not()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        var page = launcher.Page;

        await page.Locator("#save-preset").ClickAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#preset-dialog")).ToBeVisibleAsync();
        await page.Locator("#preset-name").FillAsync("Mine");
        await page.GetByText("Don’t save").ClickAsync();

        await Expect(page.Locator("#preset-dialog")).ToBeHiddenAsync();
        await Expect(page.Locator("#presets-own option")).ToHaveCountAsync(0);
    }
}
