namespace VkMiniApp.Benchmarks;

/// <summary>The dearest that a stranger can make of the 8,192 bytes that are looked at.</summary>
internal static class Forgeries
{
    private const int Longest = 8192;

    private static readonly string Signed = $"vk_app_id={Launch.AppId}&vk_user_id=1&vk_ts=1&sign={new string('x', 43)}&vk_x=";

    /// <summary>Every character takes three bytes in the text that would have been signed.</summary>
    public static string ToEscape { get; } = Signed.PadRight(Longest, '*');

    /// <summary>A text that VK may have spelled in four ways.</summary>
    public static string SpacesAndTildes { get; } =
        Signed + string.Concat(Enumerable.Repeat("~ ", (Longest - Signed.Length) / 2 - 1)) + "x";

    /// <summary>The bridge's object, with as many escapes as there is room for.</summary>
    public static string EscapedObject { get; } =
        $"{{\"vk_app_id\":{Launch.AppId},\"vk_user_id\":1,\"vk_ts\":1,\"sign\":\"{new string('x', 43)}\",\"vk_x\":\"{string.Concat(Enumerable.Repeat("\\n", 4040))}\"}}";

    /// <summary>As many names as are looked at, each to be put before all of the others, which begin like it.</summary>
    public static string NamesBackwards { get; } =
        string.Join('&', Enumerable.Range(0, 128).Select(i => $"vk_{new string('a', 56)}{255 - i}"));
}
