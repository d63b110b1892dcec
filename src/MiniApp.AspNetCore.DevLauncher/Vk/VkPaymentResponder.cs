using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>
/// Signs payment notifications with the keys of the scheme's apps, or with anything but them. The page posts them itself, so that
/// nothing here sends a request anywhere.
/// </summary>
/// <param name="launches">Knows the scheme.</param>
internal sealed class VkPaymentResponder(VkLaunchSigner launches)
{
    private const string Price = "5";
    private const string ApiVersion = "5.132"; // the first that tells of refunds

    public bool TrySign(VkPaymentRequest request, [NotNullWhen(true)] out SignedPayment? payment, [NotNullWhen(false)] out string? fault)
    {
        var appId = request.AppId ?? launches.AppIds[0];
        var secret = launches.FindSecret(appId);
        fault = request.FindFault() ?? (secret is null ? VkLaunchSigner.UnknownApp : null);
        payment = null;
        if (fault is null)
        {
            TrySign(request, new VkPaymentNotificationSigner(appId, request.IsForged ? Forgery.Key() : secret!), out payment, out fault);
        }

        return payment is not null;
    }

    private void TrySign(VkPaymentRequest request, VkPaymentNotificationSigner signer, out SignedPayment? payment, out string? fault)
    {
        var type = request.Type == VkPaymentType.GetItem ? "get_item" : "order_status_change";
        try
        {
            (payment, fault) = (new SignedPayment(signer.SignBody(request.IsTest ? type + "_test" : type, Parameters(request))), null);
        }
        catch (ArgumentException)
        {
            (payment, fault) = (null, "The item is no text.");
        }
    }

    /// <summary>What VK's page on notifications lists for the type.</summary>
    private Dictionary<string, string> Parameters(VkPaymentRequest request)
    {
        var user = Text(request.UserId!.Value);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["item"] = request.Item,
            ["order_id"] = Text(request.OrderId!.Value),
            ["receiver_id"] = user,
            ["user_id"] = user,
            ["version"] = ApiVersion,
        };

        if (request.Type == VkPaymentType.GetItem)
        {
            parameters["lang"] = "ru_RU";
        }
        else
        {
            parameters["date"] = Text(LaunchTime.Now(launches.Scheme));
            parameters["item_id"] = request.Item;
            parameters["item_price"] = Price;
            parameters["item_title"] = request.Item;
            parameters["status"] = request.Type == VkPaymentType.OrderPaid ? "chargeable" : "refunded";
        }

        return parameters;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
