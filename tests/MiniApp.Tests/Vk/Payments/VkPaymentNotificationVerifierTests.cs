using System.Text;
using MiniApp.Tests;

namespace VkMiniApp.Tests;

/// <summary>Every rule of payment notifications: the case that holds, the case just past it, and the attack on it.</summary>
public class VkPaymentNotificationVerifierTests
{
    /// <summary>VK's page's examples, without VK's <c>sig</c>: the key that it was made with is not published.</summary>
    private const string GetItem =
        "app_id=1524456&item=sale_item_1&lang=ru_RU&notification_type=get_item_test&order_id=2044594&receiver_id=1&user_id=1&version=5.132";

    private const string OrderStatusChange =
        "app_id=12345678&date=1656358147&item=sale_item_1&item_discount=3&item_id=sale_item_1_internal_id"
        + "&item_photo_url=http%3A%2F%2Fmy-app.example.com%2Fsale-item-images%2Fsale-item-1.png&item_price=24"
        + "&item_title=%D0%A7%D1%83%D0%B4%D0%BE-%D0%B7%D0%B4%D0%B0%D0%BD%D0%B8%D0%B5&notification_type=order_status_change_test"
        + "&order_id=2044861&receiver_id=1&status=chargeable&user_id=1&version=5.132";

    /// <summary>Each failure, in the order of the verdict, by a body that has every fault after it that it can have.</summary>
    public static TheoryData<VkPaymentNotificationFailure, string?> Faults => new()
    {
        { VkPaymentNotificationFailure.Malformed, "a&a&b=%" },
        { VkPaymentNotificationFailure.Malformed, "a&a&=1" },
        { VkPaymentNotificationFailure.Malformed, "a&a&b%3D=1" },
        { VkPaymentNotificationFailure.Malformed, "a&a&app_id=-1" },
        { VkPaymentNotificationFailure.Malformed, "a&a&b=\uD83D" },
        { VkPaymentNotificationFailure.DuplicateParameter, "a&a" },
        { VkPaymentNotificationFailure.DuplicateParameter, "a&a&a" },
        { VkPaymentNotificationFailure.DuplicateParameter, "sig=1&sig=1" },
        { VkPaymentNotificationFailure.DuplicateParameter, "sig=1&sig=1&sig=1" },
        { VkPaymentNotificationFailure.MissingParameter, null },
        { VkPaymentNotificationFailure.MissingParameter, "" },
        { VkPaymentNotificationFailure.MissingParameter, "sig=&app_id=7&a=notification_type=" },
        { VkPaymentNotificationFailure.MissingParameter, "sig=&app_id=7&notification_type=" },
        { VkPaymentNotificationFailure.MissingParameter, "sig=&notification_type=get_item" },
        { VkPaymentNotificationFailure.MissingParameter, "app_id=7&notification_type=get_item" },
        { VkPaymentNotificationFailure.AmbiguousParameters, "sig=&app_id=7&notification_type=get_item&a=notification_type=" },
        { VkPaymentNotificationFailure.UnknownApp, "sig=&app_id=7&notification_type=get_item" },
        { VkPaymentNotificationFailure.InvalidSignature, "sig=&app_id=51000001&notification_type=get_item" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void First_fault_in_the_order_is_the_verdict(VkPaymentNotificationFailure expected, string? body) =>
        Assert.Equal(expected, PaymentExample.Verdict(body));

    [Fact]
    public void Order_is_that_of_the_enumeration() =>
        Assert.Equal(Faults.Select(row => row.Data.Item1).Distinct(), Enum.GetValues<VkPaymentNotificationFailure>().Skip(1));

    /// <summary>A thread keeps the memory of its longest verification, and no payment may ask for as much again.</summary>
    [Fact]
    public void Memory_that_a_long_launch_has_left_makes_no_payment_dearer()
    {
        var verifier = PaymentExample.Verifier();
        var body = $"app_id={Example.AppId}&notification_type=get_item&sig=";

        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verifier().Check(new string('A', 8192)));

        Assert.Equal(0, Allocations.Least(() => verifier.Verify(body).Failure));
    }

    [Theory]
    [InlineData(1524456, GetItem, "ea0d9ee212869da376e393894b87621f")]
    [InlineData(12345678, OrderStatusChange, "21edac2e33b59ad4808ef62bf751f94e")]
    public void Signature_that_another_language_computed_of_VKs_example_is_right(long appId, string body, string sig)
    {
        var verifier = new VkPaymentNotificationVerifier(appId, Example.Secret);

        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict($"{body}&sig={sig}", verifier));
        Assert.Equal(VkPaymentNotificationFailure.InvalidSignature, PaymentExample.Verdict($"{body}1&sig={sig}", verifier));
    }

    [Theory]
    [InlineData(1524456, GetItem, "a71ec5b6c78940fa47a83796ee983ab6")]
    [InlineData(12345678, OrderStatusChange, "ab87f7355c523ed8c52482b69723eef4")]
    public void Example_that_VK_published_is_read_and_refused_under_a_key_that_is_not_VKs(long appId, string body, string sig) => Assert.Equal(
        VkPaymentNotificationFailure.InvalidSignature,
        PaymentExample.Verdict($"{body}&sig={sig}", new VkPaymentNotificationVerifier(appId, Example.Secret)));

    [Fact]
    public void Answer_says_what_VK_signed()
    {
        var notification = PaymentExample.Verifier().Verify(PaymentExample.Body()).Notification;

        Assert.NotNull(notification);
        Assert.Equal(Example.AppId, notification.AppId);
        Assert.Equal("order_status_change", notification.NotificationType);
        Assert.False(notification.IsTest);
        Assert.Equal(494075, notification.UserId);
        Assert.Equal(2044861, notification.OrderId);
        Assert.Equal("Чудо-здание № 1", notification["item_title"]);
        Assert.Equal("chargeable", notification["status"]);
        Assert.Null(notification["sig"]);
        Assert.Null(notification["Status"]);
        Assert.Equal(PaymentExample.Parameters().OrderBy(parameter => parameter.Key, StringComparer.Ordinal), notification.Values);
    }

    [Fact]
    public void Parameter_that_is_not_there_or_is_no_number_is_null()
    {
        var bare = Read(("user_id", null), ("order_id", null));
        var text = Read(("user_id", "me"), ("order_id", "-1"));

        Assert.Equal((null, null), (bare.UserId, bare.OrderId));
        Assert.Equal((null, null), (text.UserId, text.OrderId));
    }

    [Theory]
    [InlineData("get_item", false)]
    [InlineData("get_item_test", true)]
    [InlineData("subscription_status_change_test", true)]
    [InlineData("_test_", false)]
    [InlineData("get_item_TEST", false)]
    public void Test_is_told_by_the_type(string type, bool expected) =>
        Assert.Equal(expected, Read(("notification_type", type)).IsTest);

    [Fact]
    public void Answer_that_nobody_gave_is_no_success() => Assert.False(default(VkPaymentNotificationResult).Succeeded);

    [Fact]
    public void Changed_missing_or_additional_parameter_is_refused()
    {
        var signed = PaymentExample.Parameters();
        var form = ReferenceOtherSignatures.Form(signed);
        var sig = "&sig=" + ReferenceOtherSignatures.Payment(signed, Example.Secret);

        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(form + sig));
        Assert.Equal(VkPaymentNotificationFailure.InvalidSignature, PaymentExample.Verdict($"{form}&extra={sig}"));
        Assert.Equal(VkPaymentNotificationFailure.InvalidSignature, PaymentExample.Verdict($"{form}&z{sig}"));
        Assert.All(signed.Keys.Where(name => name is not ("app_id" or "notification_type")), name =>
        {
            var changed = ReferenceOtherSignatures.Form(PaymentExample.Parameters((name, signed[name] + "0")));
            var missing = ReferenceOtherSignatures.Form(PaymentExample.Parameters((name, null)));

            Assert.Equal(VkPaymentNotificationFailure.InvalidSignature, PaymentExample.Verdict(changed + sig));
            Assert.Equal(VkPaymentNotificationFailure.InvalidSignature, PaymentExample.Verdict(missing + sig));
        });
    }

    [Fact]
    public void Order_and_spelling_of_the_body_do_not_matter()
    {
        var body = PaymentExample.Body();
        var reversed = string.Join("&&", body.Split('&').Reverse());

        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(reversed));
        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(body.With("+", "%20")));
        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(body.With("%D0", "%d0").With("_", "%5f").With("%2F", "/")));
    }

    [Fact]
    public void Empty_value_is_signed_with_its_name() =>
        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(PaymentExample.Body(("item", ""), ("zero", ""))));

    [Theory]
    [InlineData("order_id=2044861")]
    [InlineData("order_id=1")]
    [InlineData("order%5Fid=1")]
    [InlineData("sig=1")]
    public void Parameter_that_is_there_twice_is_refused_wherever_it_stands(string again)
    {
        Assert.Equal(VkPaymentNotificationFailure.DuplicateParameter, PaymentExample.Verdict($"{PaymentExample.Body()}&{again}"));
        Assert.Equal(VkPaymentNotificationFailure.DuplicateParameter, PaymentExample.Verdict($"{again}&{PaymentExample.Body()}"));
    }

    [Fact]
    public void Notification_of_another_app_is_refused_under_ours()
    {
        var verifier = PaymentExample.Verifier(options => options.AddApp(7, "key of seven"));
        var parameters = PaymentExample.Parameters(("app_id", "7"));

        Assert.Equal(
            VkPaymentNotificationFailure.None,
            PaymentExample.Verdict(ReferenceOtherSignatures.PaymentBody(parameters, "key of seven"), verifier));
        Assert.Equal(
            VkPaymentNotificationFailure.InvalidSignature,
            PaymentExample.Verdict(ReferenceOtherSignatures.PaymentBody(parameters, Example.Secret), verifier));
        Assert.Equal(VkPaymentNotificationFailure.UnknownApp, PaymentExample.Verdict(PaymentExample.Body(("app_id", "8")), verifier));
    }

    [Theory]
    [InlineData("051000001", VkPaymentNotificationFailure.None)]
    [InlineData("", VkPaymentNotificationFailure.Malformed)]
    [InlineData("+51000001", VkPaymentNotificationFailure.Malformed)]
    [InlineData(" 51000001", VkPaymentNotificationFailure.Malformed)]
    [InlineData("51000001.0", VkPaymentNotificationFailure.Malformed)]
    [InlineData("٥١٠٠٠٠٠١", VkPaymentNotificationFailure.Malformed)]
    [InlineData("9223372036854775808", VkPaymentNotificationFailure.Malformed)]
    [InlineData("0", VkPaymentNotificationFailure.UnknownApp)]
    public void App_id_is_ascii_digits_and_nothing_else(string appId, VkPaymentNotificationFailure expected) =>
        Assert.Equal(expected, PaymentExample.Verdict(PaymentExample.Body(("app_id", appId))));

    [Fact]
    public void Sig_is_compared_as_it_came()
    {
        var form = ReferenceOtherSignatures.Form(PaymentExample.Parameters());
        var sig = ReferenceOtherSignatures.Payment(PaymentExample.Parameters(), Example.Secret);
        string[] others =
        [
            "", sig.ToUpperInvariant(), sig + "0", sig + "%00", "+" + sig, sig[..^1], new('0', 32), new('f', 64), new('я', 16),
            Convert.ToBase64String(Convert.FromHexString(sig)),
        ];

        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict($"{form}&sig={sig}"));
        Assert.All(others, other => Assert.Equal(VkPaymentNotificationFailure.InvalidSignature, PaymentExample.Verdict($"{form}&sig={other}")));
    }

    [Fact]
    public void Key_can_not_be_taken_for_the_end_of_a_value()
    {
        // Nothing stands between the last value and the key, so what is signed under "1key" could be read as signed under "key".
        var body = ReferenceOtherSignatures.PaymentBody(PaymentExample.Parameters(("version", "5.13")), "1key");
        var cut = ReferenceOtherSignatures.Form(PaymentExample.Parameters(("version", "5.131"))) + body[body.LastIndexOf('&')..];

        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(body, new VkPaymentNotificationVerifier(Example.AppId, "1key")));
        Assert.Equal(
            VkPaymentNotificationFailure.InvalidSignature,
            PaymentExample.Verdict(cut, new VkPaymentNotificationVerifier(Example.AppId, "1key")));
    }

    [Fact]
    public void Question_for_a_price_can_not_be_cut_into_the_news_of_a_payment()
    {
        // The buyer's client chose the item. Joined, both bodies are one text, so the one's signature is the other's as well.
        var asked = PaymentExample.Parameters(
            ("item", "anotification_type=order_status_changeorder_id=1status=chargeableuser_id=1x="),
            ("item_id", null), ("item_photo_url", null), ("item_price", null), ("item_title", null), ("status", null), ("date", null),
            ("notification_type", "get_item"));
        var joined = ReferenceOtherSignatures.JoinPayment(asked);
        var rest = joined[(joined.IndexOf("x=", StringComparison.Ordinal) + 2)..];
        var paid = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = "51000001",
            ["item"] = "a",
            ["notification_type"] = "order_status_change",
            ["order_id"] = "1",
            ["status"] = "chargeable",
            ["user_id"] = "1",
            ["x"] = rest,
        };

        Assert.Equal(joined, ReferenceOtherSignatures.JoinPayment(paid));
        Assert.Equal(
            VkPaymentNotificationFailure.AmbiguousParameters,
            PaymentExample.Verdict(ReferenceOtherSignatures.PaymentBody(paid, Example.Secret)));
        Assert.Equal(
            VkPaymentNotificationFailure.AmbiguousParameters,
            PaymentExample.Verdict(ReferenceOtherSignatures.PaymentBody(asked, Example.Secret)));
    }

    [Fact]
    public void Name_with_an_equals_sign_can_not_take_up_other_parameters()
    {
        // "item=sale_item_1item_id" with the value "1" is joined to the text of item and item_id.
        var cut = PaymentExample.Parameters(("item", null), ("item_id", null));
        cut["item=sale_item_1item_id"] = "1";

        Assert.Equal(ReferenceOtherSignatures.JoinPayment(PaymentExample.Parameters()), ReferenceOtherSignatures.JoinPayment(cut));
        Assert.Equal(
            VkPaymentNotificationFailure.Malformed, PaymentExample.Verdict(ReferenceOtherSignatures.PaymentBody(cut, Example.Secret)));
    }

    [Fact]
    public void Test_can_not_be_cut_into_a_real_payment()
    {
        // Cut behind "order_status_change", what is left would be a name; but it sorts before the type, and the text would be another.
        var test = PaymentExample.Parameters(("notification_type", "order_status_change_test"));
        var real = PaymentExample.Parameters(("order_id", null));
        real["_testorder_id"] = test["order_id"];
        var sig = ReferenceOtherSignatures.Payment(test, Example.Secret);

        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict($"{ReferenceOtherSignatures.Form(test)}&sig={sig}"));
        Assert.Equal(VkPaymentNotificationFailure.InvalidSignature, PaymentExample.Verdict($"{ReferenceOtherSignatures.Form(real)}&sig={sig}"));
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a&b=c+d%")]
    [InlineData("sig=0")]
    [InlineData("Привет, 😀")]
    [InlineData("\uFFFD")]
    public void Any_text_can_be_a_value(string item)
    {
        var body = PaymentExample.Body(("item", item));

        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(body));
        Assert.Equal(item, PaymentExample.Verifier().Verify(body).Notification!["item"]);
    }

    [Theory]
    [InlineData("item=%")]
    [InlineData("item=%2")]
    [InlineData("item=%zz")]
    [InlineData("item=%FF")]
    [InlineData("item=%D0")]
    [InlineData("item=%ED%A0%80")]
    [InlineData("%FF=1")]
    [InlineData("=1")]
    [InlineData("=")]
    public void Body_that_is_no_form_is_malformed(string part) =>
        Assert.Equal(VkPaymentNotificationFailure.Malformed, PaymentExample.Verdict($"{PaymentExample.Body(("item", null))}&{part}"));

    [Fact]
    public void Body_may_be_as_long_as_the_limit_and_no_longer()
    {
        var body = PaymentExample.Body();

        Assert.Equal(VkPaymentNotificationFailure.None, Verdict(body.Length));
        Assert.Equal(VkPaymentNotificationFailure.Malformed, Verdict(body.Length - 1));
        Assert.Equal(VkPaymentNotificationFailure.Malformed, PaymentExample.Verdict(new string('a', 10_000_000)));
        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(PaymentExample.Body(("item", new('я', 2_000)))));

        VkPaymentNotificationFailure Verdict(int limit) =>
            PaymentExample.Verdict(body, PaymentExample.Verifier(options => options.MaxBodyLength = limit));
    }

    [Fact]
    public void Length_of_a_body_is_that_of_its_bytes_and_not_of_its_characters()
    {
        var body = PaymentExample.Body(("item", new('я', 100))).Replace("%D1%8F", "я", StringComparison.Ordinal);
        var length = Encoding.UTF8.GetByteCount(body);
        Assert.True(body.Length <= length - 100);

        Assert.Equal(VkPaymentNotificationFailure.None, Verdict(length));
        Assert.Equal(VkPaymentNotificationFailure.Malformed, Verdict(length - 1));

        VkPaymentNotificationFailure Verdict(int limit) =>
            PaymentExample.Verdict(body, PaymentExample.Verifier(options => options.MaxBodyLength = limit));
    }

    [Fact]
    public void Body_may_have_as_many_parameters_as_the_limit_and_no_more()
    {
        var count = PaymentExample.Parameters().Count + 1;

        Assert.Equal(VkPaymentNotificationFailure.None, Verdict(count));
        Assert.Equal(VkPaymentNotificationFailure.Malformed, Verdict(count - 1));

        static VkPaymentNotificationFailure Verdict(int limit) =>
            PaymentExample.Verdict(PaymentExample.Body(), PaymentExample.Verifier(options => options.MaxParameters = limit));
    }

    [Fact]
    public void Key_may_be_changed_while_both_are_accepted()
    {
        var both = PaymentExample.Verifier(options => options.AddApp(Example.AppId, "the new key", Example.Secret));
        var changed = PaymentExample.Verifier(options => options.AddApp(Example.AppId, "the new key"));
        var fresh = ReferenceOtherSignatures.PaymentBody(PaymentExample.Parameters(), "the new key");

        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(PaymentExample.Body(), both));
        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(fresh, both));
        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(fresh, changed));
        Assert.Equal(VkPaymentNotificationFailure.InvalidSignature, PaymentExample.Verdict(PaymentExample.Body(), changed));
    }

    private static VkPaymentNotification Read(params (string Name, string? Value)[] changes)
    {
        var result = PaymentExample.Verifier().Verify(PaymentExample.Body(changes));
        Assert.True(result.Succeeded, $"{result.Failure}");
        return result.Notification;
    }
}
