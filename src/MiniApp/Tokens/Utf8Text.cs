using System.Text;

namespace MiniApp;

/// <summary>Strings of what was received.</summary>
internal static class Utf8Text
{
    /// <summary>
    /// Makes a string of bytes that are known to be UTF-8. Most are ASCII and so Latin-1 as well, which takes a quarter of the time, since
    /// nothing has to be counted.
    /// </summary>
    public static string ToString(ReadOnlySpan<byte> utf8) =>
        Ascii.IsValid(utf8) ? Encoding.Latin1.GetString(utf8) : Encoding.UTF8.GetString(utf8);
}
