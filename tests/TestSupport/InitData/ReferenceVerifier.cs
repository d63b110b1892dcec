using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TestSupport;

/// <summary>
/// The whole verdict, written a second time for reading: strings, dictionaries and regular expressions. What it says of a token, the
/// libraries have to say too. A verdict is named as the members of their enumerations are.
/// </summary>
public sealed partial class ReferenceVerifier
{
    private const long Lifetime = 24 * 3600;
    private const long ClockSkew = 60;
    private const int MaxTokenLength = 8192;
    private const int MaxParameters = 128;
    private const int LongestCheckedTwice = MaxTokenLength / 2;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public required long Now { get; init; }

    /// <summary>The token that <c>hash</c> must be right under; <see langword="null"/> where <c>hash</c> is not looked at.</summary>
    public string? BotToken { get; init; }

    /// <summary>Whether the fields carry the right <c>signature</c>; <see langword="null"/> where it is not looked at.</summary>
    public Func<IReadOnlyDictionary<string, string>, bool>? HasRightSignature { get; init; }

    /// <summary>Whether the liberties of MAX are taken.</summary>
    public bool IsMax { get; init; }

    private string Envelope => IsMax ? "WebApp" : "tgWebApp";

    public string Verdict(string token) => Verdict(token, out _);

    /// <param name="token">The token.</param>
    /// <param name="fields">What is proved, where anything is; the proof itself among it.</param>
    public string Verdict(string token, out IReadOnlyDictionary<string, string> fields)
    {
        Dictionary<string, string> read;
        int length;
        fields = new Dictionary<string, string>();
        try
        {
            (read, length) = Read(token);
        }
        catch (Exception exception) when (exception is FormatException or EncoderFallbackException or DecoderFallbackException)
        {
            return "Malformed";
        }

        var isMissing = BotToken is not null && read.GetValueOrDefault("hash", "") == ""
            || HasRightSignature is not null && read.GetValueOrDefault("signature", "") == "";
        if (isMissing)
        {
            return "MissingProof";
        }

        if (!IsRight(read) && length <= LongestCheckedTwice && !read.ContainsKey(Envelope + "Data"))
        {
            read = read.Where(field => !field.Key.StartsWith(Envelope, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        }

        if (!IsRight(read))
        {
            return "InvalidProof";
        }

        fields = read;
        var authDate = BigInteger.Parse(read["auth_date"], NumberStyles.None, CultureInfo.InvariantCulture);
        var age = Now - (IsMax && authDate > 100_000_000_000 ? authDate / 1000 : authDate);
        return age > Lifetime ? "Expired"
            : age < -ClockSkew ? "NotYetValid"
            : UserId(read) is not null ? "None"
            : "NoUser";
    }

    /// <summary>The user's id; <see langword="null"/> where nobody is named.</summary>
    public static long? UserId(IReadOnlyDictionary<string, string> fields)
    {
        try
        {
            using var user = JsonDocument.Parse(HalfOfACharacter().Replace(fields.GetValueOrDefault("user", ""), "${escapes}\\ufffd"));
            return user.RootElement.ValueKind == JsonValueKind.Object
                && user.RootElement.EnumerateObject().Count(member => member.Name == "id") == 1
                && user.RootElement.GetProperty("id") is { ValueKind: JsonValueKind.Number } id
                && id.TryGetInt64(out var value)
                && value > 0 ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsRight(Dictionary<string, string> fields) =>
        (BotToken is null || fields["hash"] == ReferenceInitData.Hash(fields, BotToken))
        && (HasRightSignature is null || HasRightSignature(fields));

    /// <returns>The fields, and how many bytes they are in before they are decoded.</returns>
    private (Dictionary<string, string> Fields, int Length) Read(string token)
    {
        token = Trim(token);
        Demand(Encoding.UTF8.GetByteCount(token) <= MaxTokenLength);

        var text = TextOf(token);
        try
        {
            return (ReadFields(text), Encoding.UTF8.GetByteCount(text));
        }
        catch (Exception exception) when (exception is FormatException or EncoderFallbackException or DecoderFallbackException)
        {
            var opened = Open(text);
            return (ReadFields(opened), Encoding.UTF8.GetByteCount(opened));
        }
    }

    private static Dictionary<string, string> ReadFields(string text)
    {
        var parts = text.Split('&');
        Demand(parts.Length <= MaxParameters);

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var halves = part.Split('=', 2);
            Demand(halves.Length == 2 && halves[0].Length > 0);

            var (name, value) = (DecodeForm(halves[0]), DecodeForm(halves[1]));
            Demand(!name.Contains('=', StringComparison.Ordinal) && !name.Contains('\n', StringComparison.Ordinal));
            Demand(!value.Contains('\n', StringComparison.Ordinal) && fields.TryAdd(name, value));
        }

        Demand(AsciiDigits().IsMatch(fields.GetValueOrDefault("auth_date", "")));
        Demand(BigInteger.Parse(fields["auth_date"], NumberStyles.None, CultureInfo.InvariantCulture) <= long.MaxValue);
        return fields;
    }

    /// <summary>The init data in the fragment of an address.</summary>
    private string Open(string text)
    {
        Demand(!AddressWithoutFragment().IsMatch(text));

        var fragment = RouterPath().Replace(BeforeFragment().Replace(text, ""), "");
        var values = fragment.Split('&')
            .Select(part => part.Split('=', 2))
            .Where(halves => halves.Length == 2 && IsName(halves[0], Envelope + "Data"))
            .Select(halves => halves[1])
            .ToArray();

        Demand(values.Length == 1);
        return DecodeForm(values[0]);
    }

    private static bool IsName(string spelled, string name) => WebUtility.UrlDecode(spelled) == name;

    private string TextOf(string token) =>
        IsMax && token.Contains('%', StringComparison.Ordinal) && token.IndexOfAny(['&', '=']) < 0 ? DecodeForm(Trim(token))
        : token.IndexOfAny(['&', '%', '#']) >= 0 ? Trim(StrictUtf8.GetString(StrictUtf8.GetBytes(token)))
        : Trim(DecodeBase64(token));

    private static string Trim(string text) => text.Trim(' ', '\t', '\r', '\n');

    private static string DecodeBase64(string token)
    {
        Demand(Base64().IsMatch(token) && (!token.EndsWith('=') || token.Length % 4 == 0));

        var plain = token.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        var decoded = Convert.FromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '='));

        // The bits that the last character has too many are zero in what an encoder makes.
        Demand(Convert.ToBase64String(decoded).TrimEnd('=') == plain);
        return StrictUtf8.GetString(decoded);
    }

    private static string DecodeForm(string text)
    {
        Demand(!BrokenEscape().IsMatch(text));
        return StrictUtf8.GetString(WebUtility.UrlDecodeToBytes(StrictUtf8.GetBytes(text), 0, StrictUtf8.GetByteCount(text))!);
    }

    private static void Demand(bool condition)
    {
        if (!condition)
        {
            throw new FormatException();
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9+/_-]+={0,2}\z", RegexOptions.None, 60_000)]
    private static partial Regex Base64();

    // An escape that is half of a pair, and not behind a backslash that is escaped itself.
    [GeneratedRegex(
        @"(?<!\\)(?<escapes>(?:\\\\)*)(?:\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})",
        RegexOptions.None,
        60_000)]
    private static partial Regex HalfOfACharacter();

    [GeneratedRegex(@"^https?://[^#]*\z", RegexOptions.None, 60_000)]
    private static partial Regex AddressWithoutFragment();

    [GeneratedRegex(@"^(?:#|https?://[^#]*#)", RegexOptions.None, 60_000)]
    private static partial Regex BeforeFragment();

    [GeneratedRegex(@"^[^?=&]*\?", RegexOptions.None, 60_000)]
    private static partial Regex RouterPath();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.None, 60_000)]
    private static partial Regex BrokenEscape();

    [GeneratedRegex(@"^[0-9]+\z", RegexOptions.None, 60_000)]
    private static partial Regex AsciiDigits();
}
