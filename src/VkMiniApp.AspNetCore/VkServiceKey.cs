using System.Buffers;

namespace VkMiniApp.AspNetCore;

/// <summary>
/// Tells the keys apart that the settings of an app at VK show side by side. VK documents no form of them: a protected key has some twenty
/// letters and digits, a service key many more, and all of them hexadecimal.
/// </summary>
internal static class VkServiceKey
{
    private const int ShortestServiceKey = 60;

    private const string BeginningOfOtherTokens = "vk1.";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a key looks like a service key, or like the access token of a user or a community.</summary>
    public static bool IsLikely(string key) =>
        key.StartsWith(BeginningOfOtherTokens, StringComparison.Ordinal)
        || (key.Length >= ShortestServiceKey && !key.AsSpan().ContainsAnyExcept(HexDigits));
}
