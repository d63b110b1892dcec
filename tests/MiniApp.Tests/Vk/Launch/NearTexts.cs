namespace VkMiniApp.Tests;

/// <summary>Texts that a look-up could take for another.</summary>
internal static class NearTexts
{
    private static readonly string[] Others = ["", "~", "я", "0"];

    /// <summary>The text itself, and all that differ from it in one place or go on behind it.</summary>
    public static IEnumerable<string> Of(string text) => Enumerable.Range(0, text.Length)
        .SelectMany(place => Others.Select(other => text[..place] + other + text[(place + 1)..]))
        .Concat(Others.Select(other => text + other));
}
