namespace VkMiniApp.Tests;

/// <summary>A payment notification that nothing is wrong with, so that a test changes only what it is about.</summary>
internal static class PaymentExample
{
    public static VkPaymentNotificationVerifier Verifier(Action<VkPaymentNotificationVerifierOptions>? change = null)
    {
        var options = new VkPaymentNotificationVerifierOptions().AddApp(Example.AppId, Example.Secret);
        change?.Invoke(options);
        return new VkPaymentNotificationVerifier(options);
    }

    /// <summary>The example's parameters with these changes; a value of <see langword="null"/> takes the parameter away.</summary>
    public static Dictionary<string, string> Parameters(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = "51000001",
            ["date"] = "1760000000",
            ["item"] = "sale_item_1",
            ["item_id"] = "1",
            ["item_photo_url"] = "https://example.com/sale.png?size=100&v=2",
            ["item_price"] = "24",
            ["item_title"] = "Чудо-здание № 1",
            ["notification_type"] = "order_status_change",
            ["order_id"] = "2044861",
            ["receiver_id"] = "494075",
            ["status"] = "chargeable",
            ["user_id"] = "494075",
            ["version"] = "5.132",
        };

        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                Assert.True(parameters.Remove(name));
            }
            else
            {
                parameters[name] = value;
            }
        }

        return parameters;
    }

    /// <summary>The example's body with these changes, signed after they were made.</summary>
    public static string Body(params (string Name, string? Value)[] changes) =>
        ReferenceOtherSignatures.PaymentBody(Parameters(changes), Example.Secret);

    /// <summary>The verdict, after making sure that every entry point comes to the same.</summary>
    public static VkPaymentNotificationFailure Verdict(string? body, VkPaymentNotificationVerifier? verifier = null)
    {
        verifier ??= Verifier();
        var result = verifier.Verify(body);

        Assert.Equal(result.Failure, verifier.Verify(body.AsSpan()).Failure);
        Assert.Equal(result.Failure == VkPaymentNotificationFailure.None, result.Succeeded);
        Assert.Equal(result.Succeeded, result.Notification is not null);
        return result.Failure;
    }
}
