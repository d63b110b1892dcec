using System.Globalization;
using MiniApp.Tool.Platforms;
using VkMiniApp;

namespace MiniApp.Tool.Proofs;

/// <summary>The form that VK's server posts when something is bought.</summary>
internal sealed class VkPaymentProof() : VkProof(
    ProofKind.Payment,
    "a payment notification, as VK's server posts it",
    new TokenFormat([SigField, AppId, NotificationType], [AppId], [SigField], Fragment: null))
{
    private const string SigField = "sig";
    private const string NotificationType = "notification_type";
    private const string StatusChange = "order_status_change";

    protected override bool IsText => true;

    public override ProofDelivery Delivery => ProofDelivery.Form;

    public override bool IsQueryOfObject => true;

    public override bool IsLike(IReadOnlySet<string> names) => names.Contains(NotificationType) && names.Overlaps([SigField, AppId]);

    public override string DescribeUser(long? userId) => userId is { } id ? $"user {id}, whose order it is" : "nobody: it names no user";

    protected override Verdict Verify(ProofFields fields, ProofExpectation expected, ProofContext context)
    {
        var result = OptionsOf(context).PaymentNotificationVerifier.Verify(fields.Text);

        return result.Succeeded
            ? new Verdict(null, result.Notification.UserId ?? 0, result.Notification.AppId)
            : new Verdict(VkPaymentRefusals.Of(result.Failure));
    }

    public override SignedProof Sign(ProofDescriptor descriptor, ProofContext context)
    {
        var (appId, secret) = SigningKey(context);
        var type = descriptor.NotificationType ?? StatusChange;
        var user = descriptor.UserId.ToString(CultureInfo.InvariantCulture);

        // What every notification of an order has on VK's page; the rest are parameters that somebody asks for.
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["lang"] = "ru_RU",
            ["order_id"] = "1",
            ["receiver_id"] = user,
            [UserId] = user,
        };
        if (type.StartsWith(StatusChange, StringComparison.Ordinal))
        {
            parameters["date"] = context.SecondsAgo(descriptor.Age).ToString(CultureInfo.InvariantCulture);
            parameters["status"] = "chargeable";
        }

        foreach (var (name, value) in descriptor.Parameters)
        {
            parameters[name] = value;
        }

        return new SignedProof(new VkPaymentNotificationSigner(appId, secret).SignBody(type, parameters), Json: null);
    }
}
