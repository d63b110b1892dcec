using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>Every method that the newest libraries know: none hangs, and one that a later version adds is missed here.</summary>
public sealed partial class EveryMethodTests(Chromium chromium)
{
    // What Telegram's clients tell a page after a method; nothing, where the name stands alone.
    private const string OfTelegram =
        """
        iframe_ready
        iframe_will_reload
        web_app_add_to_home_screen home_screen_failed
        web_app_biometry_get_info biometry_info_received
        web_app_biometry_open_settings
        web_app_biometry_request_access biometry_info_received
        web_app_biometry_request_auth biometry_auth_requested
        web_app_biometry_update_token biometry_token_updated
        web_app_check_home_screen home_screen_checked
        web_app_check_location location_checked
        web_app_close
        web_app_close_scan_qr_popup
        web_app_data_send
        web_app_device_storage_clear device_storage_cleared
        web_app_device_storage_get_key device_storage_key_received
        web_app_device_storage_save_key device_storage_key_saved
        web_app_exit_fullscreen fullscreen_changed
        web_app_expand viewport_changed
        web_app_hide_keyboard
        web_app_invoke_custom_method custom_method_invoked
        web_app_open_invoice invoice_closed
        web_app_open_link
        web_app_open_location_settings
        web_app_open_popup popup_closed
        web_app_open_scan_qr_popup scan_qr_popup_closed
        web_app_open_tg_link
        web_app_read_text_from_clipboard clipboard_text_received
        web_app_ready
        web_app_request_content_safe_area content_safe_area_changed
        web_app_request_emoji_status_access emoji_status_access_requested
        web_app_request_file_download file_download_requested
        web_app_request_fullscreen fullscreen_failed
        web_app_request_location location_requested
        web_app_request_phone phone_requested
        web_app_request_safe_area safe_area_changed
        web_app_request_theme theme_changed
        web_app_request_viewport viewport_changed
        web_app_request_write_access write_access_requested
        web_app_secure_storage_clear secure_storage_failed
        web_app_secure_storage_get_key secure_storage_failed
        web_app_secure_storage_restore_key secure_storage_failed
        web_app_secure_storage_save_key secure_storage_failed
        web_app_send_prepared_message prepared_message_failed
        web_app_set_background_color
        web_app_set_bottom_bar_color
        web_app_set_emoji_status emoji_status_failed
        web_app_set_header_color
        web_app_setup_back_button
        web_app_setup_closing_behavior
        web_app_setup_main_button
        web_app_setup_secondary_button
        web_app_setup_settings_button
        web_app_setup_swipe_behavior
        web_app_share_to_story
        web_app_start_accelerometer accelerometer_failed
        web_app_start_device_orientation device_orientation_failed
        web_app_start_gyroscope gyroscope_failed
        web_app_stop_accelerometer accelerometer_stopped
        web_app_stop_device_orientation device_orientation_stopped
        web_app_stop_gyroscope gyroscope_stopped
        web_app_switch_inline_query
        web_app_toggle_orientation_lock
        web_app_trigger_haptic_feedback
        """;

    // The user presses the first button of whatever the launcher asks.
    private const string Press =
        """
        const question = parent.document.getElementById('client-dialog');
        new MutationObserver(() => question.open && question.querySelector('.bar').firstElementChild?.click()).observe(question, { attributes: true });
        const within = promise => Promise.race([promise, new Promise(resolve => setTimeout(resolve, 60_000, 'nothing'))]);
        """;

    [Fact]
    public async Task Every_method_of_Telegram_is_answered_as_its_clients_answer_it()
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium);
        Sample.SkipWithoutClients(launcher.Backend);
        await launcher.LaunchAsync(("version", "9.5"));
        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync("\"id\":42,");
        var types = File.ReadAllText(Sample.Client(launcher.Backend, "@tma.js/bridge/dist/dts/methods/types/methods.d.ts"));
        var methods = TelegramMethod().Matches(types).Select(match => match.Groups["name"].Value).ToArray();

        var heard = await launcher.Page.Frames[1].EvaluateAsync<string[]>(
            "async ({ methods, ofTelegram }) => {" + Press + """
            const answers = new Map(ofTelegram.split('\n').map(line => line.split(' ')));
            const heard = [];
            for (const method of methods) {
              const expected = answers.get(method);
              const answered = expected && new Promise(resolve => addEventListener('message', function hear({ data }) {
                const { eventType, eventData } = JSON.parse(data);
                if (eventType === expected && (eventData.req_id ?? method) === method) {
                  removeEventListener('message', hear);
                  resolve(eventType);
                }
              }));
              parent.postMessage(JSON.stringify({ eventType: method, eventData: { req_id: method } }), '*');
              heard.push([method, await within(answered)].join(' ').trim());
            }
            return heard;
            }
            """,
            new { methods, ofTelegram = OfTelegram });

        Assert.Equal(OfTelegram.Split('\n'), heard.Order(StringComparer.Ordinal));
        await Expect(launcher.BridgeMessage("web_app_trigger_haptic_feedback")).ToHaveAttributeAsync("data-state", "unanswered");
    }

    [Fact]
    public async Task Every_method_of_VK_s_bridge_is_answered_or_refused_in_its_words()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchWithBridgeAsync(42, ("platform", "mobile_iphone"));
        var types = File.ReadAllText(Sample.Bridge(launcher.Backend, "types/data.d.ts")).Split("export type ReceiveDataMap")[0];
        var methods = VkMethod().Matches(types).Select(match => match.Groups["name"].Value).Distinct().ToArray();

        var ends = await launcher.Page.Frames[1].EvaluateAsync<string[]>(
            "async methods => {" + Press + """
            const ends = [];
            for (const method of methods) {
              const sent = vkBridge.send(method, { key: 'a', keys: ['a'], payload: 'a', type: ['email'] });
              ends.push(`${method} ${await within(sent.then(() => 'answered', ({ error_data }) => error_data.error_code))}`);
            }
            return ends;
            }
            """,
            methods);

        Assert.InRange(methods.Length, 80, 200);
        Assert.Equal(
            """
            VKWebAppAddToFavorites answered
            VKWebAppAllowNotifications answered
            VKWebAppCheckNativeAds answered
            VKWebAppCreateHash answered
            VKWebAppGetAuthToken answered
            VKWebAppGetClientVersion answered
            VKWebAppGetConfig answered
            VKWebAppGetEmail answered
            VKWebAppGetLaunchParams answered
            VKWebAppGetPersonalCard answered
            VKWebAppGetPhoneNumber answered
            VKWebAppGetUserInfo answered
            VKWebAppInit answered
            VKWebAppJoinGroup answered
            VKWebAppResizeWindow answered
            VKWebAppScroll answered
            VKWebAppSetViewSettings answered
            VKWebAppShare answered
            VKWebAppShowNativeAds answered
            VKWebAppShowStoryBox answered
            VKWebAppShowWallPostBox answered
            VKWebAppStorageGet answered
            VKWebAppStorageGetKeys answered
            VKWebAppStorageSet answered
            """.Split('\n'),
            ends.Where(end => !end.EndsWith(" 6", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("^    (?<name>\\w+): CreateMethodParams", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 60_000)]
    private static partial Regex TelegramMethod();

    [GeneratedRegex("^    (?<name>VKWebApp\\w+):", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 60_000)]
    private static partial Regex VkMethod();
}
