using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task The_keyboard_alone_opens_the_app_and_works_it()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        var keyboard = launcher.Page.Keyboard;

        string[] header = ["appearance", "page-language"];
        string[] fields =
        [
            "preset", "save-preset", "user-id", "app-id", "kind", "platform", "first-name", "last-name", "language", "ref", "group-id", "scopes", "fragment",
            "phone-number", "email", "contact-kind", "is-app-user", "is-favorite", "notifications", "open", "copy-link",
        ];
        foreach (var id in header.Concat(fields))
        {
            await keyboard.PressAsync("Tab");
            await Expect(launcher.Page.Locator("#" + id)).ToBeFocusedAsync();
        }

        await keyboard.PressAsync("Shift+Tab");
        await keyboard.PressAsync("Enter");
        await Expect(launcher.AppTitle).ToHaveTextAsync("Привет, пользователь 42!");

        foreach (var id in new[] { "copy-link", "copy-address", "copy-token", "client-menu-button", "client-close" })
        {
            await keyboard.PressAsync("Tab");
            await Expect(launcher.Page.Locator("#" + id)).ToBeFocusedAsync();
        }

        await keyboard.PressAsync("Tab");
        await Expect(launcher.App.Locator("#ask")).ToBeFocusedAsync();
        await launcher.TakePictureAsync("keyboard");

        await keyboard.PressAsync("Enter");
        await launcher.ExpectCallAsync(1, "GET /me", 200);
    }
}
