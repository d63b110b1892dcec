using System.Text;
using System.Text.Json;

namespace VkMiniApp.Tests;

/// <summary>
/// What holds whatever comes in, on thousands of inputs, right ones, damaged ones and garbage. The seeds are fixed, so a run repeats; a
/// failure names the input.
/// </summary>
public class OtherSignaturePropertyTests
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Dictionary<string, VkLaunchParams?> Launches =
        new[] { "none", "unverified", "ok", "other app", "example" }.ToDictionary(kind => kind, BridgeExample.LaunchOf, StringComparer.Ordinal);

    [Fact]
    public void Verdict_on_a_payment_is_that_of_the_reference_verifier()
    {
        var generator = new CaseGenerator(seed: 11);
        var reference = new ReferencePaymentVerifier(CaseGenerator.Apps);
        var verifier = new VkPaymentNotificationVerifier(
            CaseGenerator.Apps.Aggregate(new VkPaymentNotificationVerifierOptions(), (options, app) => options.AddApp(app.Key, app.Value)));

        AssertEvery<VkPaymentNotificationFailure>(8_000, () =>
        {
            var body = NextBody(generator);
            var expected = reference.Verdict(body);
            AssertVerdict(expected, () => PaymentExample.Verdict(body, verifier), body);
            return expected;
        });
    }

    [Fact]
    public void Verdict_on_a_hash_is_the_one_that_can_be_read_here()
    {
        var generator = new CaseGenerator(seed: 12);
        var verifier = BridgeExample.HashVerifier();

        AssertEvery<VkCreatedHashFailure>(8_000, () =>
        {
            var (kind, requestId) = (NextKind(generator), NextValue(generator));
            var ts = generator.Next(20) == 0 ? generator.Pick([-1, long.MinValue, long.MaxValue]) : Example.Now + generator.Next(500) - 400;
            var sign = NextSign(generator, BridgeExample.Hash(ts, IsText(requestId) ? requestId ?? "" : ""));
            var expected = Expected(kind, requestId, ts, sign);
            AssertVerdict(expected, () => BridgeExample.HashVerdict(Launches[kind], requestId, ts, sign, verifier), (kind, requestId, ts, sign));
            return expected;
        });
    }

    [Fact]
    public void Verdict_on_a_contact_is_the_one_that_can_be_read_here()
    {
        var generator = new CaseGenerator(seed: 13);
        var verifier = new VkContactVerifier(Example.AppId, Example.Secret);

        AssertEvery<VkContactFailure>(8_000, () =>
        {
            var (kind, value) = (NextKind(generator), NextValue(generator));
            var sign = NextSign(generator, ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "email", value ?? ""));
            var expected = Expected(kind, value, sign);
            AssertVerdict(expected, () => verifier.VerifyEmail(Launches[kind], value, sign).Failure, (kind, value, sign));
            AssertVerdict(
                expected == VkContactFailure.None ? VkContactFailure.InvalidSignature : expected,
                () => verifier.VerifyPhoneNumber(Launches[kind], value, sign).Failure,
                (kind, value, sign));
            return expected;
        });
    }

    private static VkCreatedHashFailure Expected(string kind, string? requestId, long ts, string? sign) =>
        kind is "none" or "unverified" ? VkCreatedHashFailure.UnverifiedLaunch
        : kind == "ok" ? VkCreatedHashFailure.OdnoklassnikiNotSupported
        : kind == "other app" ? VkCreatedHashFailure.UnknownApp
        : string.IsNullOrEmpty(sign) ? VkCreatedHashFailure.MissingParameter
        : ts < 0 || requestId?.Length > 8192 || !IsText(requestId) ? VkCreatedHashFailure.Malformed
        : string.IsNullOrEmpty(requestId) || requestId.Contains('~', StringComparison.Ordinal) ? VkCreatedHashFailure.UnsettledRequestId
        : sign != BridgeExample.Hash(ts, requestId) ? VkCreatedHashFailure.InvalidSignature
        : Example.Now - ts > 300 ? VkCreatedHashFailure.Expired
        : ts - Example.Now > 60 ? VkCreatedHashFailure.NotYetValid
        : VkCreatedHashFailure.None;

    private static VkContactFailure Expected(string kind, string? value, string? sign) =>
        kind is "none" or "unverified" ? VkContactFailure.UnverifiedLaunch
        : kind == "ok" ? VkContactFailure.OdnoklassnikiNotSupported
        : kind == "other app" ? VkContactFailure.UnknownApp
        : string.IsNullOrEmpty(value) || string.IsNullOrEmpty(sign) ? VkContactFailure.MissingParameter
        : value.Length > VkContactVerifier.MaxValueLength || !IsText(value) ? VkContactFailure.Malformed
        : sign != ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "email", value) ? VkContactFailure.InvalidSignature
        : VkContactFailure.None;

    private static bool IsText(string? text)
    {
        try
        {
            return StrictUtf8.GetByteCount(text ?? "") >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static string NextKind(CaseGenerator generator) =>
        generator.Next(10) == 0 ? generator.Pick(["none", "unverified", "ok", "other app"]) : "example";

    private static string? NextValue(CaseGenerator generator) => generator.Next(10) switch
    {
        0 => generator.NextGarbage(),
        1 => generator.Pick([null, "", "~", "\uD83D", new string('я', 1024), new string('a', 1025), new string('a', 8193)]),
        _ => generator.NextText(60),
    };

    private static string? NextSign(CaseGenerator generator, string right) => generator.Next(6) switch
    {
        0 => generator.Pick(BridgeExample.OtherSpellings(right).Append(null).Append("").ToArray()),
        1 => Edit(generator, right),
        2 => generator.NextGarbage(),
        _ => right,
    };

    private static string NextBody(CaseGenerator generator)
    {
        var parameters = PaymentExample.Parameters(("app_id", generator.Pick(["51000001", "51000001", "7", "8"])));
        for (var extra = generator.Next(4); extra > 0; extra--)
        {
            parameters[generator.NextText(12)] = generator.NextText(40);
        }

        switch (generator.Next(12))
        {
            case 0:
                parameters.Remove(generator.Pick(["app_id", "notification_type", "item", "user_id"]));
                break;
            case 1:
                parameters["item"] = generator.Pick(["notification_type=", "xnotification_type=get_item", "notification_type", "sig="]);
                break;
            case 2:
                parameters["app_id"] = generator.Pick(["", "0051000001", "-1", "1e3", "9223372036854775808", "١"]);
                break;
            case 3:
                return generator.NextGarbage();
        }

        var secret = generator.Pick([Example.Secret, Example.Secret, "previous key", "key of seven"]);
        var body = ReferenceOtherSignatures.PaymentBody(parameters, secret);

        return generator.Next(8) switch
        {
            0 => Edit(generator, body),
            1 => body + generator.Pick(["&item=1", "&sig=", "&", "&x", "&=", "&%3D=1", "&x=%", "&x=%FF", "&x=\uD83D", new string('&', 16_384)]),
            2 => string.Join('&', body.Split('&').Reverse()),
            _ => body,
        };
    }

    private static string Edit(CaseGenerator generator, string text)
    {
        var place = generator.Next(text.Length);
        return text[..place] + generator.Pick(["", "0", "%", "&", "=", "\uDE00", "é"]) + text[(place + generator.Next(2))..];
    }

    /// <summary>A generator that never makes some verdict would prove nothing about it.</summary>
    private static void AssertEvery<TFailure>(int rounds, Func<TFailure> round)
        where TFailure : struct, Enum
    {
        var verdicts = Enumerable.Range(0, rounds).Select(_ => round()).CountBy(verdict => verdict).ToDictionary();
        Assert.All(Enum.GetValues<TFailure>(), verdict => Assert.True(verdicts.GetValueOrDefault(verdict) >= 20, $"{verdict}"));
    }

    private static void AssertVerdict<TFailure>(TFailure expected, Func<TFailure> verdict, object input)
    {
        try
        {
            Assert.Equal(expected, verdict());
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Expected {expected} for: {JsonSerializer.Serialize(input)}", exception);
        }
    }
}
