using static VkMiniApp.Tests.SignatureCases;

namespace VkMiniApp.Tests;

/// <summary>
/// What holds whatever comes in, on thousands of inputs, right ones, damaged ones and garbage. The seeds are fixed, so a run repeats; a
/// failure names the input.
/// </summary>
public class PaymentPropertyTests
{
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

    internal static string NextBody(CaseGenerator generator)
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
}
