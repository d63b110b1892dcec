using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace TelegramMiniApp.Tests;

/// <summary>The reading of a proved query, written a second time and for reading: of plain ones, which hold an <c>&amp;</c>.</summary>
internal static partial class PlainQuery
{
    public const string MalformedText = "a=1&auth_date=1&a=2";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The fields; <see langword="null"/> for what is malformed.</summary>
    public static Dictionary<string, string>? Read(string text)
    {
        try
        {
            var fields = text.Trim(' ', '\t', '\r', '\n').Split('&').Select(part => part.Split('=', 2)).ToDictionary(
                halves => Decode(halves[0]), halves => Decode(halves[1]), StringComparer.Ordinal);
            var isGood = Strict.GetByteCount(text) <= 8192
                && fields.Count <= 128
                && fields.All(field => field.Key.Length > 0 && field.Key.IndexOfAny(['=', '\n']) < 0 && !field.Value.Contains('\n', StringComparison.Ordinal))
                && Digits().IsMatch(fields["auth_date"])
                && BigInteger.Parse(fields["auth_date"], NumberStyles.None, CultureInfo.InvariantCulture) <= long.MaxValue;
            return isGood ? fields : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or IndexOutOfRangeException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What the clock says of the fields, by the defaults; otherwise <see langword="null"/>.</summary>
    public static string? Time(Dictionary<string, string> fields)
    {
        var age = Example.Now - long.Parse(fields["auth_date"], CultureInfo.InvariantCulture);
        return age > 3600 ? "Expired" : age < -60 ? "NotYetValid" : null;
    }

    /// <summary>A text with some bytes of it changed, or one that is wrong in a way of its own.</summary>
    public static string Change(Random random, string text)
    {
        var place = random.Next(text.Length);
        return random.Next(12) switch
        {
            0 => text.Remove(place, 1),
            1 => text.Insert(place, PickPiece(random)),
            2 => text[..place] + PickPiece(random) + text[(place + 1)..],
            3 => text + "&x=1",
            4 => text + "&" + text[..text.IndexOf('&', StringComparison.Ordinal)],
            5 => MalformedText,
            6 => text[..text.LastIndexOf('&')],
            _ => text,
        };
    }

    private static string PickPiece(Random random)
    {
        string[] pieces = ["%", "=", "&", "+", "0", "1", "a", "%0A", "%zz", "%ff", "%D1%8F", "я", "\ud83d", "\u0661", "\0", "#", "{"];
        return pieces[random.Next(pieces.Length)];
    }

    private static string Decode(string text) => BrokenEscape().IsMatch(text)
        ? throw new FormatException()
        : Strict.GetString(WebUtility.UrlDecodeToBytes(Strict.GetBytes(text), 0, Strict.GetByteCount(text))!);

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.None, 60_000)]
    private static partial Regex BrokenEscape();

    [GeneratedRegex(@"^[0-9]+\z", RegexOptions.None, 60_000)]
    private static partial Regex Digits();
}
