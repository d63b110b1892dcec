using System.Numerics;

namespace MiniApp;

/// <summary>Integers as the platforms write them: ASCII digits and nothing else.</summary>
internal static class DecimalDigits
{
    /// <summary>
    /// Reads digits that fit a <see cref="long"/>. The framework's parsers also take signs, white space or separators, depending on
    /// their settings.
    /// </summary>
    /// <typeparam name="TChar"><see cref="byte"/> for UTF-8 text, <see cref="char"/> for UTF-16.</typeparam>
    public static bool TryRead<TChar>(ReadOnlySpan<TChar> text, out long value)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        value = 0;
        var read = 0UL;
        foreach (var character in text)
        {
            var digit = uint.CreateTruncating(character) - '0';
            if (digit > 9 || read > long.MaxValue / 10)
            {
                return false;
            }

            read = read * 10 + digit;
        }

        if (text.IsEmpty || read > long.MaxValue)
        {
            return false;
        }

        value = (long)read;
        return true;
    }
}
