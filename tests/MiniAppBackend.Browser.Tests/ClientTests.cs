using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>Telegram's launcher as the host of the libraries that front ends have, each as its users load it.</summary>
public sealed class ClientTests(Chromium chromium)
{
    private const string TelegramScript = "@twa-dev/sdk/dist/telegram-web-apps.js";

    // Pages tell them apart by their globals. Of the launcher's origin, a page need not tell them whom to speak with.
    public static TheoryData<string, string> Sdks => new()
    {
        { "@tma.js/sdk/dist/index.iife.js", "const { sdk } = tmajs;" },
        { "@tma.js/sdk/dist/index.iife.js", "const { sdk } = tmajs; sdk.setTargetOrigin('*');" },
        { "@telegram-apps/sdk/dist/index.iife.js", "const { sdk } = telegramApps;" },
        { "@telegram-apps/sdk/dist/index.iife.js", "const { sdk } = telegramApps; sdk.targetOrigin.set('*');" },
    };

    [Fact]
    public async Task Telegram_s_own_script_reads_the_launch_and_has_the_contact_proved()
    {
        await using var launcher = await OpenAsync(TelegramScript);

        Assert.Equal("Ada 8.0 web", await EvaluateAsync(launcher, "const { initDataUnsafe, version, platform } = Telegram.WebApp; return `${initDataUnsafe.user.first_name} ${version} ${platform}`;"));
        Assert.Equal("200 79111234567", await EvaluateAsync(
            launcher,
            """
            const response = await new Promise(resolve => Telegram.WebApp.requestContact((isSent, event) => resolve(event.response)));
            const answer = await fetch('/telegram/phone', {
              method: 'POST',
              headers: { Authorization: 'tma ' + Telegram.WebApp.initData, 'Content-Type': 'application/json' },
              body: JSON.stringify({ response }),
            });
            return `${answer.status} ${await answer.text()}`;
            """));

        await launcher.Page.Locator("#contact-kind").SelectOptionAsync("denied");
        Assert.Equal("false", await EvaluateAsync(launcher, "return await new Promise(resolve => Telegram.WebApp.requestContact(resolve));"));
    }

    [Fact]
    public async Task A_popup_is_answered_by_the_button_that_was_pressed_and_another_may_follow()
    {
        await using var launcher = await OpenAsync(TelegramScript);
        var dialog = launcher.Page.Locator("#client-dialog");

        foreach (var (button, answer) in new[] { ("Delete it", "\"delete\""), ("Cancel", "\"\"") })
        {
            var pressed = EvaluateAsync(
                launcher,
                "return await new Promise(resolve => Telegram.WebApp.showPopup({ title: 'Sure?', message: '<b>All</b> of it', buttons: [{ id: 'delete', type: 'destructive', text: 'Delete it' }, { type: 'cancel' }] }, resolve));");
            await Expect(dialog.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Sure?");
            await Expect(dialog.Locator("p")).ToHaveTextAsync("<b>All</b> of it");
            await launcher.TakePictureAsync("telegram-popup");
            await dialog.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

            Assert.Equal(answer, await pressed);
            await Expect(dialog).ToBeHiddenAsync();
        }

        var closed = EvaluateAsync(launcher, "return await new Promise(resolve => Telegram.WebApp.showPopup({ message: 'x' }, resolve));");
        await Expect(dialog).ToBeVisibleAsync();
        await launcher.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("null", await closed);
    }

    [Theory]
    [InlineData("MainButton", "main_button", "Pay 5 €")]
    [InlineData("SecondaryButton", "secondary_button", "Later")]
    public async Task A_button_of_the_client_is_there_and_its_press_reaches_the_page(string name, string type, string text)
    {
        await using var launcher = await OpenAsync(TelegramScript);
        await EvaluateAsync(launcher, $"window.pressed = new Promise(resolve => Telegram.WebApp.{name}.setText('{text}').show().onClick(() => resolve('pressed'))); return null;");

        var button = launcher.Page.GetByRole(AriaRole.Button, new() { Name = text });
        await button.ClickAsync();
        await Expect(launcher.BridgeMessage($"{type}_pressed")).ToContainTextAsync("event");
        Assert.Equal("\"pressed\"", await EvaluateAsync(launcher, "return await window.pressed;"));

        await EvaluateAsync(launcher, $"Telegram.WebApp.{name}.disable(); return null;");
        await Expect(button).ToBeDisabledAsync();
        await EvaluateAsync(launcher, $"Telegram.WebApp.{name}.hide(); return null;");
        await Expect(button).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("BackButton", "Back")]
    [InlineData("SettingsButton", "Settings")]
    public async Task A_button_with_the_client_s_words_is_there_and_its_press_reaches_the_page(string name, string text)
    {
        await using var launcher = await OpenAsync(TelegramScript);
        await EvaluateAsync(launcher, $"window.pressed = new Promise(resolve => Telegram.WebApp.{name}.onClick(() => resolve('pressed'))); Telegram.WebApp.{name}.show(); return null;");

        // Settings are in the client's menu.
        await launcher.Page.Locator("#client-menu-button").ClickAsync();
        await launcher.Page.Locator(name == "SettingsButton" ? "#client-menu" : "#client-header-buttons").GetByText(text, new() { Exact = true }).ClickAsync();

        Assert.Equal("\"pressed\"", await EvaluateAsync(launcher, "return await window.pressed;"));
    }

    [Fact]
    public async Task What_the_page_keeps_in_the_cloud_is_its_user_s_and_outlives_a_launch()
    {
        const string promised = "const call = (name, ...args) => new Promise((resolve, reject) => Telegram.WebApp.CloudStorage[name](...args, (error, result) => error ? reject(error) : resolve(result)));";
        await using var launcher = await OpenAsync(TelegramScript);

        Assert.Equal(
            """[true,"1",["a","b"],{"a":"1","c":""}]""",
            await EvaluateAsync(launcher, promised + "const set = await call('setItem', 'a', '1'); await call('setItem', 'b', '2'); return [set, await call('getItem', 'a'), await call('getKeys'), await call('getItems', ['a', 'c'])];"));

        await OpenAppAsync(launcher, TelegramScript, ("user-id", "43"));
        Assert.Equal("[]", await EvaluateAsync(launcher, promised + "return await call('getKeys');"));

        await OpenAppAsync(launcher, TelegramScript, ("user-id", "42"));
        Assert.Equal("""[true,["b"]]""", await EvaluateAsync(launcher, promised + "return [await call('removeItem', 'a'), await call('getKeys')];"));
    }

    [Theory]
    [InlineData("Allow", "true")]
    [InlineData("Decline", "false")]
    public async Task The_bot_may_write_to_whom_lets_it(string button, string answer)
    {
        await using var launcher = await OpenAsync(TelegramScript);

        var asked = EvaluateAsync(launcher, "return await new Promise(resolve => Telegram.WebApp.requestWriteAccess(resolve));");
        await launcher.Page.Locator("#client-dialog").GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        Assert.Equal(answer, await asked);
    }

    [Theory]
    [InlineData("Paid", "paid")]
    [InlineData("Failed", "failed")]
    public async Task An_invoice_ends_as_the_developer_says(string button, string status)
    {
        await using var launcher = await OpenAsync(TelegramScript);

        var asked = EvaluateAsync(launcher, "return await new Promise(resolve => Telegram.WebApp.openInvoice('https://t.me/$abc', resolve));");
        await launcher.Page.Locator("#client-dialog").GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        Assert.Equal($"\"{status}\"", await asked);
    }

    [Theory]
    [InlineData("new Promise(resolve => Telegram.WebApp.readTextFromClipboard(resolve))", "null")]
    [InlineData("new Promise(resolve => Telegram.WebApp.LocationManager.init(() => resolve(Telegram.WebApp.LocationManager.isLocationAvailable)))", "false")]
    [InlineData("new Promise(resolve => Telegram.WebApp.BiometricManager.init(() => resolve(Telegram.WebApp.BiometricManager.isBiometricAvailable)))", "false")]
    [InlineData("new Promise(resolve => Telegram.WebApp.checkHomeScreenStatus(resolve))", "\"unsupported\"")]
    [InlineData("new Promise(resolve => { Telegram.WebApp.onEvent('fullscreenFailed', ({ error }) => resolve(error)); Telegram.WebApp.requestFullscreen(); })", "\"UNSUPPORTED\"")]
    [InlineData("new Promise(resolve => Telegram.WebApp.Accelerometer.start({}, resolve))", "false")]
    [InlineData("new Promise(resolve => Telegram.WebApp.Gyroscope.stop(resolve))", "true")]
    [InlineData("new Promise(resolve => { Telegram.WebApp.onEvent('fullscreenChanged', () => resolve(Telegram.WebApp.isFullscreen)); Telegram.WebApp.exitFullscreen(); })", "false")]
    [InlineData("new Promise(resolve => Telegram.WebApp.requestEmojiStatusAccess(resolve))", "false")]
    [InlineData("new Promise(resolve => Telegram.WebApp.downloadFile({ url: 'https://app.example/a', file_name: 'a' }, resolve))", "false")]
    [InlineData("new Promise(resolve => Telegram.WebApp.shareMessage('1', resolve))", "false")]
    [InlineData("new Promise(resolve => { Telegram.WebApp.onEvent('scanQrPopupClosed', () => resolve('closed')); Telegram.WebApp.showScanQrPopup({}); })", "\"closed\"")]
    public async Task What_a_browser_can_not_do_is_said_and_hangs_nothing(string call, string answer)
    {
        await using var launcher = await OpenAsync(TelegramScript);

        Assert.Equal(answer, await EvaluateAsync(launcher, $"return await {call};"));
    }

    [Theory]
    [MemberData(nameof(Sdks))]
    public async Task A_library_starts_mounts_and_has_the_contact_proved(string script, string start)
    {
        await using var launcher = await OpenAsync(script);

        Assert.Equal("\"Ada\"", await EvaluateAsync(
            launcher,
            start + "sdk.init(); sdk.initData.restore(); await sdk.viewport.mount(); return sdk.initData.user().first_name;"));
        Assert.Equal("\"79111234567\"", await EvaluateAsync(launcher, start + "return (await sdk.requestContact()).contact.phone_number;"));
        Assert.Equal("[\"1\",[\"a\"]]", await EvaluateAsync(
            launcher, start + "await sdk.cloudStorage.setItem('a', '1'); return [await sdk.cloudStorage.getItem('a'), await sdk.cloudStorage.getKeys()];"));

        await launcher.Page.Locator("#contact-kind").SelectOptionAsync("denied");
        Assert.Equal("\"refused\"", await EvaluateAsync(launcher, start + "return await sdk.requestContact().then(() => 'shared', () => 'refused');"));
    }

    [Fact]
    public async Task What_tma_js_hands_on_raw_is_what_the_verifier_takes()
    {
        var (script, start) = ("@tma.js/sdk/dist/index.iife.js", "const { sdk } = tmajs; sdk.setTargetOrigin('*'); sdk.init();");
        await using var launcher = await OpenAsync(script);

        Assert.Equal("200 79111234567", await EvaluateAsync(
            launcher,
            start + """
            const { raw } = await sdk.requestContactComplete();
            const answer = await fetch('/telegram/phone', {
              method: 'POST',
              headers: { Authorization: 'tma ' + sdk.retrieveRawInitData(), 'Content-Type': 'application/json' },
              body: JSON.stringify({ response: raw }),
            });
            return `${answer.status} ${await answer.text()}`;
            """));
    }

    [Fact]
    public async Task A_page_that_says_nothing_is_told_of_in_the_panel()
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium);
        await launcher.Page.RouteAsync("**/telegram?**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "silence" }));
        await launcher.LaunchAsync(("start-param", "silent"));

        await Expect(launcher.Page.Locator("#bridge-hint")).ToContainTextAsync("setTargetOrigin('*')");
        await launcher.LaunchAsync(("start-param", ""));
        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync("200");
        await Expect(launcher.Page.Locator("#bridge-hint")).ToBeHiddenAsync();
    }

    private async Task<Launcher> OpenAsync(string script)
    {
        var launcher = await Launcher.OpenTelegramAsync(chromium);
        Sample.SkipWithoutClients(launcher.Backend);
        await OpenAppAsync(launcher, script, ("version", "8.0"));
        return launcher;
    }

    /// <summary>Opens the page with a library in it.</summary>
    private static async Task OpenAppAsync(Launcher launcher, string script, (string Field, string Value) field)
    {
        await launcher.LaunchAsync(field);
        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync($"\"id\":{(field.Field == "user-id" ? field.Value : "42")},");
        await launcher.Page.Frames[1].AddScriptTagAsync(new() { Path = Sample.Client(launcher.Backend, script) });
    }

    /// <summary>What a function of the page returns, as JSON; a text of it without quotes where it is one with a space.</summary>
    private static async Task<string> EvaluateAsync(Launcher launcher, string body)
    {
        var json = await launcher.Page.Frames[1].EvaluateAsync<string>($"async () => JSON.stringify(await (async () => {{ {body} }})())");
        return json.Contains(' ', StringComparison.Ordinal) ? json.Trim('"') : json;
    }
}
