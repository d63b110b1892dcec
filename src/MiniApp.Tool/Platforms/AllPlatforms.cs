using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.Tool.Platforms;

/// <summary>The platforms.</summary>
internal static class AllPlatforms
{
    public static IPlatform Vk { get; } = new VkTokens();

    public static IPlatform Telegram { get; } = new TelegramTokens();

    public static IPlatform Max { get; } = new MaxTokens();

    public static IReadOnlyList<IPlatform> List { get; } = [Vk, Telegram, Max];

    /// <summary>The platform that is meant where none is named.</summary>
    public static IPlatform Default => Vk;

    /// <summary>The platform of this name; <see langword="null"/> where there is none.</summary>
    public static IPlatform? Find(string name) => List.FirstOrDefault(platform => platform.Name == name);

    /// <summary>
    /// Guesses whose token this is by the names in it. Telegram and MAX differ little: only Telegram has a signature of its own, and
    /// names the chat beside describing it; only MAX sends the network address, and encodes the whole once more.
    /// </summary>
    /// <param name="text">The token, decoded from base64 and no further.</param>
    /// <returns><see langword="null"/> where no name tells.</returns>
    public static IPlatform? Guess(string text)
    {
        var isEncodedOnceMore = !text.Contains('&', StringComparison.Ordinal) && text.Contains("%3D", StringComparison.OrdinalIgnoreCase);
        var names = (isEncodedOnceMore ? Uri.UnescapeDataString(text) : text)
            .Split('?', '#', '&')
            .Select(part => part.Split('=')[0])
            .ToHashSet(StringComparer.Ordinal);

        return names.Any(name => name.StartsWith(VkLaunchParamNames.Prefix, StringComparison.Ordinal)) ? Vk
            : names.Overlaps(TelegramTokens.OwnNames) ? Telegram
            : names.Overlaps(MaxTokens.OwnNames) ? Max
            : !names.Overlaps([TelegramInitDataFieldNames.AuthDate, TelegramInitDataFieldNames.Hash]) ? null
            : isEncodedOnceMore ? Max
            : Telegram;
    }

    /// <summary>The other platform whose tokens may have the same names.</summary>
    /// <param name="platform">The platform that was guessed.</param>
    /// <param name="names">The names in the token.</param>
    /// <returns><see langword="null"/> where the names tell.</returns>
    public static IPlatform? FindTwin(IPlatform platform, IEnumerable<string> names) =>
        platform == Telegram && !names.Any(TelegramTokens.OwnNames.Contains) ? Max
        : platform == Max && !names.Any(MaxTokens.OwnNames.Contains) ? Telegram
        : null;
}
