using System.Collections.Immutable;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// A payment notification that VK signed (<see href="https://dev.vk.ru/api/payments/notifications/overview">VK's page</see>). VK repeats
/// it until it gets an answer: do what it asks for only once for each order.
/// </summary>
/// <remarks>
/// <c>item</c> is what the buyer's client passed to VK. Take the price from your own list of items, and never from a notification alone.
/// </remarks>
public sealed class VkPaymentNotification
{
    private const string TestSuffix = "_test";

    internal VkPaymentNotification(ImmutableArray<KeyValuePair<string, string>> values) => Values = values;

    /// <summary>The app's id: <c>app_id</c>.</summary>
    public long AppId => Number("app_id") ?? 0;

    /// <summary>
    /// What the notification is about, such as <c>get_item</c> or <c>order_status_change</c>: <c>notification_type</c>, never empty. An
    /// open list; in test mode it ends with <c>_test</c>.
    /// </summary>
    public string NotificationType => this["notification_type"]!;

    /// <summary>Whether the payment is a test, which nobody paid for: <see cref="NotificationType"/> ends with <c>_test</c>.</summary>
    public bool IsTest => NotificationType.EndsWith(TestSuffix, StringComparison.Ordinal);

    /// <summary>The user who made the order: <c>user_id</c>. <see langword="null"/> where it is not there, or no number.</summary>
    public long? UserId => Number("user_id");

    /// <summary>
    /// The order's id at VK: <c>order_id</c>. <see langword="null"/> where it is not there, as for subscriptions' status, or no number.
    /// </summary>
    public long? OrderId => Number("order_id");

    /// <summary>Every parameter but <c>sig</c>, decoded, in the ordinal order of the names.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Values { get; }

    /// <summary>A parameter's decoded value; <see langword="null"/> where it is not there.</summary>
    /// <param name="name">The full name, such as <c>item_price</c>, compared ordinally.</param>
    public string? this[string name] => Values.Find(name);

    private long? Number(string name) => DecimalDigits.TryRead<char>(this[name], out var number) ? number : null;
}
