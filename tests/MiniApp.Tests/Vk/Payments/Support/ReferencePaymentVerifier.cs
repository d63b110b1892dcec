using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace VkMiniApp.Tests;

/// <summary>
/// The verdict on a payment notification, written a second time for reading: strings, dictionaries and regular expressions. What it says
/// of a body, the library has to say too.
/// </summary>
internal sealed partial class ReferencePaymentVerifier(IReadOnlyDictionary<long, string[]> apps)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public VkPaymentNotificationFailure Verdict(string body)
    {
        List<KeyValuePair<string, string>> read;
        try
        {
            read = Read(body);
        }
        catch (Exception exception) when (exception is FormatException or EncoderFallbackException or DecoderFallbackException)
        {
            return VkPaymentNotificationFailure.Malformed;
        }

        if (read.DistinctBy(parameter => parameter.Key, StringComparer.Ordinal).Count() < read.Count)
        {
            return VkPaymentNotificationFailure.DuplicateParameter;
        }

        var parameters = read.ToDictionary(StringComparer.Ordinal);
        if (!parameters.ContainsKey("app_id") || !parameters.Remove("sig", out var sig)
            || string.IsNullOrEmpty(parameters.GetValueOrDefault("notification_type")))
        {
            return VkPaymentNotificationFailure.MissingParameter;
        }

        if (ReferenceOtherSignatures.JoinPayment(parameters).Split("notification_type=").Length > 2)
        {
            return VkPaymentNotificationFailure.AmbiguousParameters;
        }

        return !apps.TryGetValue(long.Parse(parameters["app_id"], CultureInfo.InvariantCulture), out var secrets)
            ? VkPaymentNotificationFailure.UnknownApp
            : secrets.Any(secret => ReferenceOtherSignatures.Payment(parameters, secret) == sig)
            ? VkPaymentNotificationFailure.None
            : VkPaymentNotificationFailure.InvalidSignature;
    }

    /// <summary>What is read of a body that is good: all but the signature, by the bytes of the names.</summary>
    public static IEnumerable<object> Accepted(string body) => Read(body)
        .Where(parameter => parameter.Key != "sig")
        .OrderBy(parameter => Convert.ToHexString(Encoding.UTF8.GetBytes(parameter.Key)), StringComparer.Ordinal)
        .Cast<object>();

    private static List<KeyValuePair<string, string>> Read(string body)
    {
        Demand(body.Length <= 16_384);

        var parts = StrictUtf8.GetString(StrictUtf8.GetBytes(body)).Split('&', StringSplitOptions.RemoveEmptyEntries);
        Demand(parts.Length <= 128);

        var read = parts
            .Select(part => part.Split('=', 2))
            .Select(part => KeyValuePair.Create(Decode(part[0]), part.Length > 1 ? Decode(part[1]) : ""))
            .ToList();

        Demand(read.TrueForAll(parameter => parameter.Key.Length > 0 && !parameter.Key.Contains('=', StringComparison.Ordinal)));
        Demand(read.TrueForAll(parameter => parameter.Key != "app_id" || IsNumber(parameter.Value)));
        return read;
    }

    private static string Decode(string text)
    {
        Demand(!BrokenEscape().IsMatch(text));
        return StrictUtf8.GetString(WebUtility.UrlDecodeToBytes(StrictUtf8.GetBytes(text), 0, StrictUtf8.GetByteCount(text))!);
    }

    private static bool IsNumber(string value) =>
        AsciiDigits().IsMatch(value) && BigInteger.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) <= long.MaxValue;

    private static void Demand(bool condition)
    {
        if (!condition)
        {
            throw new FormatException();
        }
    }

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.None, 60_000)]
    private static partial Regex BrokenEscape();

    [GeneratedRegex(@"^[0-9]+\z", RegexOptions.None, 60_000)]
    private static partial Regex AsciiDigits();
}
