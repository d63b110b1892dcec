using VkMiniApp.AspNetCore;

namespace VkMiniApp.Testing;

/// <summary>The apps and the keys that a scheme was set up with.</summary>
internal static class VkTestKeys
{
    public static long DefaultApp(VkMiniAppOptions options) => options.AppId ?? options.Apps.Keys.First();

    public static long UnknownApp(VkMiniAppOptions options)
    {
        var id = 1L;
        while (Knows(id, options))
        {
            id++;
        }

        return id;
    }

    /// <summary>The newest key of the app; of an app that the scheme does not know, that of the one it is set up for.</summary>
    public static string SecretOf(long appId, VkMiniAppOptions options)
    {
        var app = Knows(appId, options) ? appId : DefaultApp(options);
        return app == options.AppId ? options.AppSecret! : options.Apps[app][0];
    }

    private static bool Knows(long appId, VkMiniAppOptions options) => appId == options.AppId || options.Apps.ContainsKey(appId);
}
