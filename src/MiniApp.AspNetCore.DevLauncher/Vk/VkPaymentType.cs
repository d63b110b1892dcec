using System.Text.Json.Serialization;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What VK asks or tells in a payment notification.</summary>
[JsonConverter(typeof(NameJsonConverter<VkPaymentType>))]
internal enum VkPaymentType
{
    /// <summary>What an item is and costs: <c>get_item</c>.</summary>
    GetItem,

    /// <summary>That it is paid for: <c>order_status_change</c> with the status <c>chargeable</c>.</summary>
    OrderPaid,

    /// <summary>That the payment is taken back: <c>order_status_change</c> with the status <c>refunded</c>.</summary>
    OrderRefunded,
}
