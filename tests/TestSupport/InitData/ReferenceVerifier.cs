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

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public required long Now { get; init; }

    /// <summary>The token that <c>hash</c> must be right under; <see langword="null"/> where <c>hash</c> is not looked at.</summary>
    public string? BotToken { get; init; }

    /// <summary>Whether the fields carry the right <c>signature</c>; <see langword="null"/> where it is not looked at.</summary>
    public Func<IReadOnlyDictionary<string, string>, bool>? HasRightSignature { get; init; }

    /// <summary>Whether the liberties of MAX are taken.</summary>
    public bool IsMax { get; init; }

    public string Verdict(string token)
    {
        Dictionary<string, string> fields;
        BigInteger authDate;
        try
        {
            fields = Read(token);
            Demand(AsciiDigits().IsMatch(fields.GetValueOrDefault("auth_date", "")));
            authDate = BigInteger.Parse(fields["auth_date"], NumberStyles.None, CultureInfo.InvariantCulture);
            Demand(authDate <= long.MaxValue);
        }
        catch (Exception exception) when (exception is FormatException or EncoderFallbackException or DecoderFallbackException)
        {
            return "Malformed";
        }

        var isMissing = BotToken is not null && fields.GetValueOrDefault("hash", "") == ""
            || HasRightSignature is not null && fields.GetValueOrDefault("signature", "") == "";
        if (isMissing)
        {
            return "MissingProof";
        }

        var isRight = (BotToken is null || fields["hash"] == ReferenceInitData.Hash(fields, BotToken))
            && (HasRightSignature is null || HasRightSignature(fields));
        if (!isRight)
        {
            return "InvalidProof";
        }

        var age = Now - (IsMax && authDate > 100_000_000_000 ? authDate / 1000 : authDate);
        return age > Lifetime ? "Expired"
            : age < -ClockSkew ? "NotYetValid"
            : HasUser(fields) ? "None"
            : "NoUser";
    }

    private Dictionary<string, string> Read(string token)
    {
        Demand(token.Length <= MaxTokenLength);

        var parts = TextOf(token).Split('&');
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

        return fields;
    }

    private string TextOf(string token) =>
        token.Contains('&', StringComparison.Ordinal) ? StrictUtf8.GetString(StrictUtf8.GetBytes(token))
        : IsMax && token.Contains('%', StringComparison.Ordinal) ? DecodeForm(token)
        : DecodeBase64(token);

    private static bool HasUser(Dictionary<string, string> fields)
    {
        try
        {
            using var user = JsonDocument.Parse(fields.GetValueOrDefault("user", ""));
            return user.RootElement.ValueKind == JsonValueKind.Object
                && user.RootElement.EnumerateObject().Count(member => member.Name == "id") == 1
                && user.RootElement.GetProperty("id") is { ValueKind: JsonValueKind.Number } id
                && id.TryGetInt64(out var value)
                && value > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string DecodeBase64(string token)
    {
        Demand(Base64().IsMatch(token) && (!token.EndsWith('=') || token.Length % 4 == 0));

        var plain = token.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        return StrictUtf8.GetString(Convert.FromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '=')));
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

    [GeneratedRegex(@"^[A-Za-z0-9+/_-]+={0,2}\z", RegexOptions.None, 1000)]
    private static partial Regex Base64();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.None, 1000)]
    private static partial Regex BrokenEscape();

    [GeneratedRegex(@"^[0-9]+\z", RegexOptions.None, 1000)]
    private static partial Regex AsciiDigits();
}
