using System.Text.Json.Serialization;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// Where a mini app was opened: the value of <c>vk_platform</c>. VK adds platforms without notice, so a value it has not documented is
/// kept as it is; such a value counts as mobile, messenger or external only where its name says so, and never as web.
/// </summary>
[JsonConverter(typeof(OpenValueJsonConverter<VkPlatform>))]
public readonly record struct VkPlatform : IOpenValue<VkPlatform>
{
    private readonly string? _value;

    /// <summary>The platform of that name.</summary>
    /// <param name="value">VK's name for it, compared ordinally.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    public VkPlatform(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length > 0 ? value : null;
    }

    /// <summary>vk.ru in a desktop browser: <c>desktop_web</c>.</summary>
    public static VkPlatform DesktopWeb => new("desktop_web");

    /// <summary>m.vk.ru in a mobile browser: <c>mobile_web</c>.</summary>
    public static VkPlatform MobileWeb => new("mobile_web");

    /// <summary>VK's app on Android: <c>mobile_android</c>.</summary>
    public static VkPlatform MobileAndroid => new("mobile_android");

    /// <summary>VK's app on an iPhone: <c>mobile_iphone</c>.</summary>
    public static VkPlatform MobileIPhone => new("mobile_iphone");

    /// <summary>VK's app on an iPad: <c>mobile_ipad</c>.</summary>
    public static VkPlatform MobileIPad => new("mobile_ipad");

    /// <summary>The messenger's desktop app: <c>desktop_app_messenger</c>.</summary>
    public static VkPlatform DesktopAppMessenger => new("desktop_app_messenger");

    /// <summary>The messenger in a desktop browser: <c>desktop_web_messenger</c>.</summary>
    public static VkPlatform DesktopWebMessenger => new("desktop_web_messenger");

    /// <summary>The messenger's app on Android: <c>mobile_android_messenger</c>.</summary>
    public static VkPlatform MobileAndroidMessenger => new("mobile_android_messenger");

    /// <summary>The messenger's app on an iPhone: <c>mobile_iphone_messenger</c>.</summary>
    public static VkPlatform MobileIPhoneMessenger => new("mobile_iphone_messenger");

    /// <summary>Outside VK, on Android: <c>android_external</c>.</summary>
    public static VkPlatform AndroidExternal => new("android_external");

    /// <summary>Outside VK, on an iPhone: <c>iphone_external</c>.</summary>
    public static VkPlatform IPhoneExternal => new("iphone_external");

    /// <summary>Outside VK, on an iPad: <c>ipad_external</c>.</summary>
    public static VkPlatform IPadExternal => new("ipad_external");

    /// <summary>Outside VK, in a mobile browser: <c>mvk_external</c>.</summary>
    public static VkPlatform MobileWebExternal => new("mvk_external");

    /// <summary>Outside VK, in a desktop browser: <c>web_external</c>.</summary>
    public static VkPlatform WebExternal => new("web_external");

    /// <summary>VK's name for the platform; empty for <see langword="default"/>, which stands for a launch that names none.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether the app runs on a phone or a tablet, in an app or in a browser.</summary>
    public bool IsMobile => Value.StartsWith("mobile_", StringComparison.Ordinal)
        || Value is "android_external" or "iphone_external" or "ipad_external" or "mvk_external";

    /// <summary>Whether the app runs in a browser rather than inside an app: one of the five values that VK has documented for that.</summary>
    public bool IsWeb => Value is "desktop_web" or "mobile_web" or "desktop_web_messenger" or "mvk_external" or "web_external";

    /// <summary>Whether the app was opened in the messenger.</summary>
    public bool IsMessenger => Value.EndsWith("_messenger", StringComparison.Ordinal);

    /// <summary>Whether the app was opened outside VK.</summary>
    public bool IsExternal => Value.EndsWith("_external", StringComparison.Ordinal);

    /// <summary>VK's name for the platform.</summary>
    public override string ToString() => Value;

    static VkPlatform IOpenValue<VkPlatform>.Create(string value) => new(value);
}
