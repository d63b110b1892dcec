namespace VkMiniApp.Tests;

/// <summary>The signer signs what the reference signs, and nothing that a verifier would refuse for any other reason than its time.</summary>
public class VkPaymentNotificationSignerTests
{
    private static readonly VkPaymentNotificationSigner Signer = new(Example.AppId, Example.Secret);

    [Fact]
    public void Signature_is_that_of_the_reference() => Assert.Equal(
        ReferenceOtherSignatures.PaymentBody([.. PaymentExample.Parameters().OrderBy(p => p.Key, StringComparer.Ordinal)], Example.Secret),
        Signer.SignBody("order_status_change", PaymentExample.Parameters()));

    [Fact]
    public void Notification_needs_no_more_than_a_type()
    {
        var result = PaymentExample.Verifier().Verify(Signer.SignBody("get_item_test"));

        Assert.True(result.Succeeded);
        Assert.Equal((Example.AppId, "get_item_test"), (result.Notification.AppId, result.Notification.NotificationType));
        Assert.Equal(2, result.Notification.Values.Length);
    }

    [Fact]
    public void Parameters_replace_the_type_and_the_app()
    {
        Dictionary<string, string> parameters = new(StringComparer.Ordinal) { ["app_id"] = "abc", ["notification_type"] = "" };

        Assert.Equal(ReferenceOtherSignatures.PaymentBody(parameters, Example.Secret), Signer.SignBody("get_item", parameters));
        Assert.Equal(VkPaymentNotificationFailure.Malformed, PaymentExample.Verdict(Signer.SignBody("get_item", parameters)));
    }

    [Fact]
    public void Notification_that_VK_could_not_have_sent_is_not_signed()
    {
        Assert.Throws<ArgumentNullException>("notificationType", () => Signer.SignBody(null!));
        Assert.Throws<ArgumentException>("notificationType", () => Signer.SignBody(""));
        Assert.All(["", "sig", "a=b", "a b", "имя"], name => Refuse(name, "1"));
        Refuse("item", "\uD83D");

        static void Refuse(string name, string value) => Assert.StartsWith(
            "A name is not one that VK could have sent, or a value is no text.",
            Assert.Throws<ArgumentException>(
                "parameters", () => Signer.SignBody("get_item", new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value })).Message,
            StringComparison.Ordinal);
    }
}
