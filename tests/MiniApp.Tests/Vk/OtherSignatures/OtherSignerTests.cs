namespace VkMiniApp.Tests;

/// <summary>The signers sign what the reference signs, and nothing that a verifier would refuse for any other reason than its time.</summary>
public class OtherSignerTests
{
    private static readonly VkContactSigner Contacts = new(Example.AppId, Example.Secret);
    private static readonly VkCreatedHashSigner Hashes = new(Example.AppId, Example.Secret);
    private static readonly VkPaymentNotificationSigner Payments = new(Example.AppId, Example.Secret);

    [Fact]
    public void Signatures_are_those_of_the_reference()
    {
        Assert.Equal(BridgeExample.PhoneSign, Contacts.SignPhoneNumber(BridgeExample.UserId, BridgeExample.PhoneNumber));
        Assert.Equal(BridgeExample.EmailSign, Contacts.SignEmail(BridgeExample.UserId, BridgeExample.Email));
        Assert.Equal(BridgeExample.HashSign, Hashes.Sign(BridgeExample.UserId, BridgeExample.RequestId, Example.Now));
        Assert.Equal(
            ReferenceOtherSignatures.PaymentBody([.. PaymentExample.Parameters().OrderBy(p => p.Key, StringComparer.Ordinal)], Example.Secret),
            Payments.SignBody("order_status_change", PaymentExample.Parameters()));
    }

    [Fact]
    public void Notification_needs_no_more_than_a_type()
    {
        var result = PaymentExample.Verifier().Verify(Payments.SignBody("get_item_test"));

        Assert.True(result.Succeeded);
        Assert.Equal((Example.AppId, "get_item_test"), (result.Notification.AppId, result.Notification.NotificationType));
        Assert.Equal(2, result.Notification.Values.Length);
    }

    [Fact]
    public void Parameters_replace_the_type_and_the_app()
    {
        Dictionary<string, string> parameters = new(StringComparer.Ordinal) { ["app_id"] = "abc", ["notification_type"] = "" };

        Assert.Equal(ReferenceOtherSignatures.PaymentBody(parameters, Example.Secret), Payments.SignBody("get_item", parameters));
        Assert.Equal(VkPaymentNotificationFailure.Malformed, PaymentExample.Verdict(Payments.SignBody("get_item", parameters)));
    }

    [Fact]
    public void Contact_that_no_verifier_would_accept_is_not_signed() => Assert.All(
        new Func<long, string, string>[] { Contacts.SignPhoneNumber, Contacts.SignEmail },
        sign =>
        {
            Assert.Throws<ArgumentOutOfRangeException>("userId", () => sign(0, "1"));
            Assert.ThrowsAny<ArgumentException>(() => sign(1, null!));
            Assert.ThrowsAny<ArgumentException>(() => sign(1, ""));
            Assert.ThrowsAny<ArgumentException>(() => sign(1, "\uD83D"));
        });

    [Fact]
    public void Hash_that_no_verifier_would_accept_is_not_signed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("userId", () => Hashes.Sign(0, "a", 1));
        Assert.Throws<ArgumentOutOfRangeException>("ts", () => Hashes.Sign(1, "a", -1));
        Assert.Throws<ArgumentNullException>("requestId", () => Hashes.Sign(1, null!, 1));
        Assert.All(["", "~", "a~", "\uD83D"], id => Assert.Throws<ArgumentException>("requestId", () => Hashes.Sign(1, id, 1)));
    }

    [Fact]
    public void Notification_that_VK_could_not_have_sent_is_not_signed()
    {
        Assert.Throws<ArgumentNullException>("notificationType", () => Payments.SignBody(null!));
        Assert.Throws<ArgumentException>("notificationType", () => Payments.SignBody(""));
        Assert.All(["", "sig", "a=b", "a b", "имя"], name => Refuse(name, "1"));
        Refuse("item", "\uD83D");

        static void Refuse(string name, string value) => Assert.Throws<ArgumentException>(
            "parameters", () => Payments.SignBody("get_item", new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }));
    }
}
