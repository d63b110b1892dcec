using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>Pages that say what no page should, or more than anybody reads. No fault of the launcher's own page comes of it.</summary>
public sealed class BadPageTests(Chromium chromium)
{
    private const string DeepText = "'['.repeat(100_000) + ']'.repeat(100_000)";

    [Fact]
    public async Task A_flood_leaves_the_panel_usable_and_is_counted()
    {
        await using var launcher = await OpenVkAsync();
        await StopTheWatchAsync(launcher);
        await launcher.Page.Frames[1].EvaluateAsync(
            "() => { for (let i = 0; i < 20_000; i++) parent.postMessage({ type: 'vk-connect', handler: 'VKWebAppGetConfig', params: { request_id: i } }, '*'); }");

        await Expect(launcher.Page.Locator("#bridge-hint")).ToContainTextAsync("more than 1,000 things a second");
        await Expect(launcher.Page.Locator("#bridge-left-out")).ToContainTextAsync("older messages are left out");
        await Expect(launcher.Page.Locator("#bridge li")).ToHaveCountAsync(200);

        await launcher.LaunchAsync(("user-id", "43"));
        await Expect(launcher.AppTitle).ToHaveTextAsync("Hello, user 43!");
        await Expect(launcher.Page.Locator("#bridge-left-out")).ToBeHiddenAsync();
        await Expect(launcher.Page.Locator("#bridge-hint")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Two_hundred_messages_are_all_shown_and_of_one_more_the_oldest_is_left_out()
    {
        await using var launcher = await OpenTelegramAsync("silence");
        var left = launcher.Page.Locator("#bridge-left-out");
        await SayAsync(launcher, "...Array.from({ length: 200 }, (_, i) => JSON.stringify({ eventType: `said_${i}` }))");
        await Expect(launcher.BridgeMessage("said_199")).ToBeVisibleAsync();
        await Expect(launcher.Page.Locator("#bridge li")).ToHaveCountAsync(200);
        await Expect(left).ToBeHiddenAsync();

        await SayAsync(launcher, "JSON.stringify({ eventType: 'last' })");

        await Expect(left).ToHaveTextAsync("1 older messages are left out.");
        await Expect(launcher.BridgeMessage("said_0")).ToHaveCountAsync(0);
        await Expect(launcher.BridgeMessage("said_1")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_no_bridge_of_VK_says_is_refused_or_left_alone()
    {
        await using var launcher = await OpenVkAsync();
        await SayAsync(
            launcher,
            """
            null, undefined, 0, 10n, '', 'vk-connect', [], new Map(), { type: 'vk-connect' }, { type: 'vk-connect', handler: 10n },
            ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''].map(handler => ({ type: 'vk-connect', handler, params: {} })),
            ...[null, 0, 10n, 'x', [], new Map()].map(params => ({ type: 'vk-connect', handler: 'VKWebAppGetUserInfo', params })),
            (() => { const it = { key: 'a' }; it.it = it; return { type: 'vk-connect', handler: 'VKWebAppStorageGet', params: { keys: [it, 10n], request_id: it } }; })(),
            { type: 'vk-connect', handler: 'VKWebAppScroll', params: { top: 10n, request_id: 10n } },
            { type: 'vk-connect', handler: 'VKWebAppCreateHash', params: { payload: { of: [10n] } } },
            { type: 'vk-connect', handler: 'VKWebAppGetPersonalCard', params: { type: new Set() } },
            { type: 'vk-connect', handler: 'x'.repeat(5_000_000), params: {} }
            """);

        await Expect(launcher.BridgeMessage("__proto__")).ToHaveAttributeAsync("data-state", "refused");
        await Expect(launcher.BridgeMessage("constructor")).ToHaveAttributeAsync("data-state", "refused");
        await Expect(launcher.BridgeMessage("VKWebAppStorageGet")).ToContainTextAsync("…");
        await Expect(launcher.BridgeMessage("VKWebAppScroll")).ToHaveAttributeAsync("data-state", "answered");
        await Expect(launcher.BridgeMessage("VKWebAppCreateHash")).ToContainTextAsync("Unknown error");
        await Expect(launcher.Page.Locator("#bridge")).ToContainTextAsync("xxx…");
        Assert.Equal("42", await launcher.Page.Frames[1].EvaluateAsync<string>("async () => String((await vkBridge.send('VKWebAppGetUserInfo')).id)"));
    }

    [Fact]
    public async Task What_no_script_of_Telegram_says_is_left_alone()
    {
        await using var launcher = await OpenTelegramAsync("silence");
        await SayAsync(
            launcher,
            $$$"""
            null, 10n, {}, '', '{', '[]', 'null', '{"eventType":1}', {{{DeepText}}},
            ...['__proto__', 'constructor', 'toString'].map(eventType => JSON.stringify({ eventType, eventData: {} })),
            ...[null, 0, 'x', [], { buttons: [null] }, { buttons: 'x', title: {} }].map(eventData => JSON.stringify({ eventType: 'web_app_open_popup', eventData })),
            ...[0, 'x', { text: { a: 1 }, is_visible: true }].map(eventData => JSON.stringify({ eventType: 'web_app_setup_main_button', eventData })),
            JSON.stringify({ eventType: 'web_app_invoke_custom_method', eventData: { req_id: '1', method: '__proto__', params: { keys: 0 } } }),
            '{"eventType":"web_app_read_text_from_clipboard","eventData":{"req_id":' + {{{DeepText}}} + '}}',
            JSON.stringify({ eventType: 'web_app_device_storage_save_key', eventData: { req_id: '1', key: '__proto__', value: 'x'.repeat(20_000_000) } }),
            JSON.stringify({ eventType: 'web_app_request_theme' })
            """);

        await Expect(launcher.BridgeMessage("web_app_request_theme")).ToHaveAttributeAsync("data-state", "answered");
        await Expect(launcher.BridgeMessage("constructor")).ToHaveAttributeAsync("data-state", "unanswered");
        await Expect(launcher.BridgeMessage("web_app_read_text_from_clipboard")).ToContainTextAsync("…");
        await Expect(launcher.BridgeMessage("web_app_invoke_custom_method")).ToContainTextAsync("METHOD_INVALID");
        await Expect(launcher.BridgeMessage("web_app_device_storage_save_key")).ToContainTextAsync("QUOTA_EXCEEDED");
    }

    [Fact]
    public async Task What_no_script_of_MAX_says_is_refused_or_left_alone()
    {
        await using var launcher = await Launcher.OpenMaxAsync(chromium);
        await launcher.LaunchAsync();
        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync("\"id\":42");
        await SayAsync(
            launcher,
            $$$"""
            null, 10n, {}, '{', '{"type":1}', '{"type":"Other","requestId":"1"}',
            JSON.stringify({ type: 'WebApp__proto__', requestId: '1' }),
            '{"type":"WebAppSetupSwipesBehavior","requestId":"1","allowVerticalSwipes":' + {{{DeepText}}} + '}',
            '{"type":"WebAppGetViewportSize","requestId":' + {{{DeepText}}} + '}',
            JSON.stringify({ type: 'WebAppDeviceStorageGetKey', requestId: '1', key: '__proto__' })
            """);

        await Expect(launcher.BridgeMessage("WebAppDeviceStorageGetKey")).ToContainTextAsync("\"value\": null");
        await Expect(launcher.BridgeMessage("WebApp__proto__")).ToContainTextAsync("not_supported");
        await Expect(launcher.BridgeMessage("WebAppSetupSwipesBehavior")).ToContainTextAsync("false");
        await Expect(launcher.BridgeMessage("WebAppGetViewportSize")).ToHaveAttributeAsync("data-state", "unanswered");
    }

    [Fact]
    public async Task A_page_that_asks_in_a_loop_is_declined_until_another_launch()
    {
        await using var launcher = await OpenTelegramAsync("silence");
        var dialog = launcher.Page.Locator("#client-dialog");
        await StopTheWatchAsync(launcher);
        await SayAsync(launcher, "...Array(21).fill(JSON.stringify({ eventType: 'web_app_open_popup', eventData: { message: 'x' } }))");

        await Expect(launcher.Page.Locator("#bridge-hint")).ToContainTextAsync("asks again and again");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(launcher.BridgeMessage("web_app_open_popup")).ToHaveCountAsync(21);

        await launcher.LaunchAsync();
        await Expect(launcher.BridgeMessage("web_app_open_popup")).ToHaveCountAsync(0);
        await Expect(launcher.App.GetByText("silence")).ToBeVisibleAsync();
        await SayAsync(launcher, "...Array(20).fill(JSON.stringify({ eventType: 'web_app_open_popup', eventData: { message: 'x' } }))");
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(launcher.BridgeMessage("web_app_open_popup")).ToHaveCountAsync(19);
    }

    [Fact]
    public async Task A_page_can_not_leave_with_the_whole_window()
    {
        await using var launcher = await OpenTelegramAsync("<p>still here</p><script>try { top.location = 'about:blank'; } catch { document.title = 'kept'; }</script>");

        await Expect(launcher.App.GetByText("still here")).ToBeVisibleAsync();
        Assert.Equal("kept", await launcher.Page.Frames[1].TitleAsync());
        await Expect(launcher.State("ready")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_does_not_get_to_another_site_in_the_frame_and_the_panel_says_so()
    {
        await using var launcher = await OpenTelegramAsync(
            """<script>const page = '<p>elsewhere<script>parent.postMessage(JSON.stringify({ eventType: "web_app_request_phone" }), "*")<\/script>'; location = 'data:text/html,' + encodeURIComponent(page);</script>""");

        await Expect(launcher.Page.Locator("#bridge-hint")).ToContainTextAsync("led the frame away from its own site");
        await Expect(launcher.BridgeMessage("web_app_request_phone")).ToHaveCountAsync(0);
    }

    /// <summary>Has all that comes be of one moment, so that a busy machine is no slower than a page that floods it.</summary>
    private static async Task StopTheWatchAsync(Launcher launcher) =>
        await launcher.Page.EvaluateAsync("() => { const moment = performance.now(); performance.now = () => moment; }");

    private static async Task SayAsync(Launcher launcher, string messages) =>
        await launcher.Page.Frames[1].EvaluateAsync($"() => {{ for (const message of [{messages}]) parent.postMessage(message, '*'); }}");

    private async Task<Launcher> OpenVkAsync()
    {
        var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchWithBridgeAsync(userId: 42);
        return launcher;
    }

    /// <summary>Telegram's launcher with a page of these contents, which says nothing by itself.</summary>
    private async Task<Launcher> OpenTelegramAsync(string body)
    {
        var launcher = await Launcher.OpenTelegramAsync(chromium);
        await launcher.Page.RouteAsync("**/telegram?**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = body }));
        await launcher.LaunchAsync(("start-param", "bad"));
        await launcher.Page.Locator("#app-frame").WaitForAsync();
        if (body == "silence")
        {
            await Expect(launcher.App.GetByText(body)).ToBeVisibleAsync();
        }

        return launcher;
    }
}
