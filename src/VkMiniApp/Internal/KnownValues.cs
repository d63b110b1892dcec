using System.Text;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// Values that come with nearly every launch, kept as strings once: it makes reading the typed parameters cheaper and saves half of their
/// strings.
/// </summary>
internal static class KnownValues
{
    private const uint Buckets = 256;

    private static readonly (byte[] Utf8, string Text)[] Known = new (byte[], string)[Buckets];

    static KnownValues()
    {
        string[] known =
        [
            "0", "1", "ru", "uk", "ua", "en", "be", "kz", "pt", "es",
            "desktop_web", "mobile_web", "mobile_android", "mobile_iphone", "mobile_ipad",
            "desktop_app_messenger", "desktop_web_messenger", "mobile_android_messenger", "mobile_iphone_messenger",
            "android_external", "iphone_external", "ipad_external", "mvk_external", "web_external",
            "none", "member", "moder", "editor", "admin", "other",
        ];

        foreach (var text in known)
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            var bucket = Bucket(utf8);
            while (Known[bucket].Text is not null)
            {
                bucket = (bucket + 1) % Buckets;
            }

            Known[bucket] = (utf8, text);
        }
    }

    public static string ToString(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (IsNumber(utf8))
        {
            return Utf8Text.ToString(utf8);
        }

        for (var bucket = Bucket(utf8); Known[bucket] is { Text: not null } known; bucket = (bucket + 1) % Buckets)
        {
            if (utf8.SequenceEqual(known.Utf8))
            {
                return known.Text;
            }
        }

        return Utf8Text.ToString(utf8);
    }

    /// <summary>Whether it starts as the ids and times do, none of which is known beforehand.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> utf8) => utf8.Length > 1 && char.IsAsciiDigit((char)utf8[0]);

    private static uint Bucket(ReadOnlySpan<byte> utf8) =>
        (uint)(utf8.Length * 37 + utf8[utf8.Length / 2] * 5 + utf8[^1] * 11 + utf8[0]) % Buckets;
}
