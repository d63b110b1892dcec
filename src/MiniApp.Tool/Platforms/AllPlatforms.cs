using VkMiniApp;

namespace MiniApp.Tool.Platforms;

/// <summary>The platforms, the first of them being the one that is meant where none is named.</summary>
internal static class AllPlatforms
{
    public static IPlatform Vk { get; } = new VkTokens();

    public static IPlatform Telegram { get; } = new TelegramTokens();

    public static IPlatform Max { get; } = new MaxTokens();

    public static IReadOnlyList<IPlatform> List { get; } = [Vk, Telegram, Max];

    /// <summary>The platform of this name; <see langword="null"/> where there is none.</summary>
    public static IPlatform? Find(string name) => List.FirstOrDefault(platform => platform.Name == name);

    /// <summary>
    /// Whose token this is by the names in it. Telegram and MAX differ little: only Telegram has a signature of its own, and names
    /// the chat beside describing it; only MAX tells the address on the network, and encodes the whole once more.
    /// </summary>
    /// <param name="text">The token, decoded from base64 and no further.</param>
    public static IPlatform Guess(string text)
    {
        var isEncodedOnceMore = !text.Contains('&', StringComparison.Ordinal) && text.Contains("%3D", StringComparison.OrdinalIgnoreCase);
        var names = (isEncodedOnceMore ? Uri.UnescapeDataString(text) : text)
            .Split('?', '#', '&')
            .Select(part => part.Split('=')[0])
            .ToHashSet(StringComparer.Ordinal);

        return names.Any(name => name.StartsWith(VkLaunchParamNames.Prefix, StringComparison.Ordinal)) ? Vk
            : names.Overlaps(["tgWebAppData", "signature", "chat_instance", "chat_type"]) ? Telegram
            : names.Overlaps(["WebAppData", "ip"]) ? Max
            : !names.Overlaps(["auth_date", "hash"]) ? Vk
            : isEncodedOnceMore ? Max
            : Telegram;
    }
}
