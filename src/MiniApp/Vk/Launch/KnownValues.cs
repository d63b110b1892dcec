using MiniApp;

namespace VkMiniApp;

/// <summary>Values that come with nearly every launch, kept as strings once: half of a launch's strings need not be made.</summary>
internal static class KnownValues
{
    public static string ToString(ReadOnlySpan<byte> value) => value.Length switch
    {
        0 => "",
        1 when value.SequenceEqual("0"u8) => "0",
        1 when value.SequenceEqual("1"u8) => "1",
        2 when value.SequenceEqual("ru"u8) => "ru",
        2 when value.SequenceEqual("uk"u8) => "uk",
        2 when value.SequenceEqual("ua"u8) => "ua",
        2 when value.SequenceEqual("en"u8) => "en",
        2 when value.SequenceEqual("be"u8) => "be",
        2 when value.SequenceEqual("kz"u8) => "kz",
        2 when value.SequenceEqual("pt"u8) => "pt",
        2 when value.SequenceEqual("es"u8) => "es",
        4 when value.SequenceEqual("none"u8) => "none",
        5 when value.SequenceEqual("moder"u8) => "moder",
        5 when value.SequenceEqual("admin"u8) => "admin",
        5 when value.SequenceEqual("other"u8) => "other",
        6 when value.SequenceEqual("member"u8) => "member",
        6 when value.SequenceEqual("editor"u8) => "editor",
        10 when value.SequenceEqual("mobile_web"u8) => "mobile_web",
        10 when value.SequenceEqual("group_menu"u8) => "group_menu",
        11 when value.SequenceEqual("desktop_web"u8) => "desktop_web",
        11 when value.SequenceEqual("mobile_ipad"u8) => "mobile_ipad",
        12 when value.SequenceEqual("mvk_external"u8) => "mvk_external",
        12 when value.SequenceEqual("web_external"u8) => "web_external",
        12 when value.SequenceEqual("snippet_post"u8) => "snippet_post",
        12 when value.SequenceEqual("quick_search"u8) => "quick_search",
        13 when value.SequenceEqual("mobile_iphone"u8) => "mobile_iphone",
        13 when value.SequenceEqual("ipad_external"u8) => "ipad_external",
        13 when value.SequenceEqual("notifications"u8) => "notifications",
        14 when value.SequenceEqual("mobile_android"u8) => "mobile_android",
        14 when value.SequenceEqual("catalog_recent"u8) => "catalog_recent",
        14 when value.SequenceEqual("group_messages"u8) => "group_messages",
        15 when value.SequenceEqual("iphone_external"u8) => "iphone_external",
        16 when value.SequenceEqual("android_external"u8) => "android_external",
        16 when value.SequenceEqual("im_attach_picker"u8) => "im_attach_picker",
        18 when value.SequenceEqual("catalog_favourites"u8) => "catalog_favourites",
        21 when value.SequenceEqual("desktop_app_messenger"u8) => "desktop_app_messenger",
        21 when value.SequenceEqual("desktop_web_messenger"u8) => "desktop_web_messenger",
        23 when value.SequenceEqual("mobile_iphone_messenger"u8) => "mobile_iphone_messenger",
        24 when value.SequenceEqual("mobile_android_messenger"u8) => "mobile_android_messenger",
        _ => Utf8Text.ToString(value),
    };
}
