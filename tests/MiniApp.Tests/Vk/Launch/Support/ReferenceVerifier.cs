using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VkMiniApp.Tests;

/// <summary>
/// The whole verdict, written a second time for reading: strings, dictionaries and regular expressions. What it says of a token, the
/// library has to say too.
/// </summary>
internal sealed partial class ReferenceVerifier(
    IReadOnlyDictionary<long, string[]> apps, long now, bool acceptJson = false, bool allowOdnoklassniki = false)
{
    private const long Lifetime = 3600;
    private const long ClockSkew = 60;
    private const int MaxTokenLength = 8192;
    private const int MaxParameters = 128;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] Numbers = ["vk_app_id", "vk_user_id", "vk_ts", "vk_ok_user_id"];

    public VkLaunchFailure Verdict(string token)
    {
        List<KeyValuePair<string, string>> read;
        try
        {
            read = Read(token);
        }
        catch (Exception exception) when (exception is FormatException or EncoderFallbackException or DecoderFallbackException)
        {
            return VkLaunchFailure.Malformed;
        }

        if (read.DistinctBy(parameter => parameter.Key, StringComparer.Ordinal).Count() < read.Count)
        {
            return VkLaunchFailure.DuplicateParameter;
        }

        var parameters = read.ToDictionary(StringComparer.Ordinal);
        var isOdnoklassniki = parameters.GetValueOrDefault("vk_client") == "ok"
            || parameters.ContainsKey("vk_ok_user_id")
            || parameters.ContainsKey("vk_ok_app_id");
        var user = isOdnoklassniki ? "vk_ok_user_id" : "vk_user_id";
        string[] required = ["sign", "vk_app_id", "vk_ts", user];

        if (!required.All(parameters.ContainsKey))
        {
            return VkLaunchFailure.MissingParameter;
        }

        if (!apps.TryGetValue(Number(parameters["vk_app_id"]), out var secrets))
        {
            return VkLaunchFailure.UnknownApp;
        }

        if (!secrets.SelectMany(secret => Signatures(parameters, secret)).Contains(parameters["sign"], StringComparer.Ordinal))
        {
            return VkLaunchFailure.InvalidSignature;
        }

        if (isOdnoklassniki && !allowOdnoklassniki)
        {
            return VkLaunchFailure.OdnoklassnikiNotAllowed;
        }

        // Odnoklassniki counts milliseconds.
        var time = Number(parameters["vk_ts"]);
        var age = now - (isOdnoklassniki && time > 100_000_000_000 ? time / 1000 : time);
        return age > Lifetime ? VkLaunchFailure.Expired
            : age < -ClockSkew ? VkLaunchFailure.NotYetValid
            : Number(parameters[user]) == 0 ? VkLaunchFailure.NoUser
            : VkLaunchFailure.None;
    }

    /// <summary>What is read of a token that is good: who it is, the signature, and the parameters by the bytes of their names.</summary>
    public (string Subject, string Sign, IReadOnlyList<KeyValuePair<string, string>> Values) Accepted(string token)
    {
        var read = Read(token);
        var values = read.Where(parameter => parameter.Key != "sign")
            .OrderBy(parameter => Convert.ToHexString(Encoding.UTF8.GetBytes(parameter.Key)), StringComparer.Ordinal)
            .ToList();

        var parameters = read.ToDictionary(StringComparer.Ordinal);
        var subject = parameters.TryGetValue("vk_ok_user_id", out var okUser) ? $"ok:{Number(okUser)}" : $"vk:{Number(parameters["vk_user_id"])}";
        return (subject, parameters["sign"], values);
    }

    /// <summary>The parameters that are signed, and the signature.</summary>
    private List<KeyValuePair<string, string>> Read(string token)
    {
        token = Trim(token);
        Demand(Encoding.UTF8.GetByteCount(token) <= MaxTokenLength);

        var members = acceptJson ? ReadObject(token) : null;
        Demand((members?.Count ?? 0) <= MaxParameters);

        var read = members?.Where(member => IsSigned(member.Key)).ToList() ?? ReadQuery(token);

        Demand(read.Where(parameter => Numbers.Contains(parameter.Key)).All(parameter => IsNumber(parameter.Value)));
        return read;
    }

    private static List<KeyValuePair<string, string>> ReadQuery(string token)
    {
        var query = QueryOf(Trim(token.Contains('&', StringComparison.Ordinal) ? WellFormed(token) : DecodeBase64(token)));
        var parts = query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        Demand(parts.Length <= MaxParameters);

        return
        [
            .. parts
                .Select(part => part.Split('=', 2))
                .Select(part => (Name: DecodeForm(part[0]), Value: part.Length > 1 ? part[1] : ""))
                .Where(part => IsSigned(part.Name))
                .Select(part => KeyValuePair.Create(part.Name, DecodeForm(part.Value))),
        ];
    }

    /// <summary>The members of the bridge's object; <see langword="null"/> for a token that is none.</summary>
    private static List<KeyValuePair<string, string>>? ReadObject(string token)
    {
        try
        {
            var text = Trim(token.StartsWith('{') || token.Contains('&', StringComparison.Ordinal) ? WellFormed(token) : DecodeBase64(token));
            Demand(text.StartsWith('{'));
            if (CountMembers(text) > MaxParameters)
            {
                return [.. Enumerable.Repeat(KeyValuePair.Create("", ""), MaxParameters + 1)];
            }

            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, TextOf(member.Value)))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>How many members there are before the end, or before whatever makes the object none: of that one, as much as reads as a member counts.</summary>
    private static int CountMembers(string text)
    {
        var count = 0;
        try
        {
            var json = StrictUtf8.GetBytes(text);
            var reader = new Utf8JsonReader(json);
            for (reader.Read(), reader.Read(); reader.TokenType == JsonTokenType.PropertyName; reader.Read())
            {
                reader.GetString();
                if (WholeNumber().IsMatch(Encoding.UTF8.GetString(json[(int)reader.BytesConsumed..])))
                {
                    count++;
                    reader.Read();
                    Demand(AsciiDigits().IsMatch(Encoding.ASCII.GetString(reader.ValueSpan)));
                    continue;
                }

                reader.Read();
                Demand(reader.TokenType == JsonTokenType.String && reader.GetString() is not null);
                count++;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // What follows the last member that reads as one makes no difference here.
        }

        return count;
    }

    private static string TextOf(JsonElement value)
    {
        Demand(value.ValueKind == JsonValueKind.String || value.ValueKind == JsonValueKind.Number && AsciiDigits().IsMatch(value.GetRawText()));
        return value.ToString();
    }

    private static bool IsSigned(string name) => name == "sign" || name.StartsWith("vk_", StringComparison.Ordinal);

    /// <summary>
    /// The spellings of the text differ in spaces and tildes alone, so where there are none all are the first. They have no more bytes
    /// together than a token.
    /// </summary>
    private static IEnumerable<string> Signatures(Dictionary<string, string> parameters, string secret)
    {
        var texts = ReferenceSignature.Spellings.Select(spelling => ReferenceSignature.Canonical(parameters, spelling)).Distinct(StringComparer.Ordinal);
        var rest = MaxTokenLength;
        return texts.TakeWhile(text => (rest -= text.Length) >= 0).Select(text => ReferenceSignature.Sign(text, secret));
    }

    private static string QueryOf(string text)
    {
        text = text.Split('#')[0];

        return Address().Match(text) is { Success: true } address ? address.Groups["query"].Value
            : OpeningQuestionMark().Replace(text, "");
    }

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

    private static string Trim(string text) => text.Trim(' ', '\t', '\r', '\n');

    private static string WellFormed(string text) => StrictUtf8.GetString(StrictUtf8.GetBytes(text));

    private static bool IsNumber(string value) =>
        AsciiDigits().IsMatch(value) && BigInteger.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) <= long.MaxValue;

    private static long Number(string value) => long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void Demand(bool condition)
    {
        if (!condition)
        {
            throw new FormatException();
        }
    }

    [GeneratedRegex(@"^https?://[^?]*(\?(?<query>.*))?\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[^?=&]*\?", RegexOptions.None, 60_000)]
    private static partial Regex OpeningQuestionMark();

    [GeneratedRegex(@"^[A-Za-z0-9+/_-]+={0,2}\z", RegexOptions.None, 60_000)]
    private static partial Regex Base64();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.None, 60_000)]
    private static partial Regex BrokenEscape();

    [GeneratedRegex(@"^[ \t\r\n]*(0(?![0-9])|[1-9])", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[0-9]+\z", RegexOptions.None, 60_000)]
    private static partial Regex AsciiDigits();
}
