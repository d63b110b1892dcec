using VkMiniApp;
using VkMiniApp.Tests;

namespace MiniApp.Fuzz;

/// <summary>VK's payment notifications.</summary>
internal sealed class VkPaymentTarget() : FuzzTarget("vk-payment")
{
    private readonly ReferencePaymentVerifier _reference = new(CaseGenerator.Apps);

    private readonly VkPaymentNotificationVerifier _verifier = new(
        CaseGenerator.Apps.Aggregate(new VkPaymentNotificationVerifierOptions(), (options, app) => options.AddApp(app.Key, app.Value)));

    public override Func<string> Inputs(int seed)
    {
        var (cases, mutator) = (new CaseGenerator(seed), new Mutator(seed));
        return () => mutator.Mutate(PaymentPropertyTests.NextBody(cases));
    }

    public override string Expected(string input) => _reference.Verdict(input) is not VkPaymentNotificationFailure.None and var failure ? failure.ToString()
        : Good(ReferencePaymentVerifier.Accepted(input));

    public override string Actual(string input)
    {
        var result = _verifier.Verify(input);
        Members.Read(result.Notification);
        return result.Notification is { } notification ? Good(notification.Values.Cast<object>()) : result.Failure.ToString();
    }
}
