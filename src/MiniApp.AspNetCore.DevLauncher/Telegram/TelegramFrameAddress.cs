using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>The address that Telegram's web client opens a mini app under.</summary>
internal static class TelegramFrameAddress
{
    /// <summary>
    /// Puts init data into the fragment as Telegram does, whatever the page has there, and what the app's link carries also into the
    /// query, where a server sees it too (<see href="https://core.telegram.org/bots/webapps#webappinitdata">the rule</see>).
    /// </summary>
    public static string Create(Uri page, string initData, string? startParam)
    {
        var address = string.IsNullOrEmpty(startParam)
            ? page.OriginalString
            : FrameAddress.Create(page, "tgWebAppStartParam=" + Uri.EscapeDataString(startParam), fragment: null);

        return $"{address}{Link(address)}tgWebAppData={Uri.EscapeDataString(initData)}";
    }

    private static string Link(ReadOnlySpan<char> address) => address.IndexOf('#') switch
    {
        < 0 => "#",
        var start when start == address.Length - 1 => "",
        var start => address[start..].ContainsAny('=', '?') ? "&" : "?",
    };
}
