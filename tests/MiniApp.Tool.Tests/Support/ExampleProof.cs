using MaxMiniApp;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.Tool.Tests;

/// <summary>What the example's app and bots prove beside launches, as the platform's own signers make it.</summary>
internal static class ExampleProof
{
    public const string Card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Test\r\nTEL;TYPE=cell:79990000000\r\nEND:VCARD\r\n";

    public static string Hash(long userId = 42, string requestId = "order-17", long age = 0, string key = Example.VkKey) =>
        new VkCreatedHashSigner(Example.AppId, key).Sign(userId, requestId, Example.Now - age);

    public static string Phone(long userId = 42, string phone = "79990000000") =>
        new VkContactSigner(Example.AppId, Example.VkKey).SignPhoneNumber(userId, phone);

    public static string Payment(params (string Name, string Value)[] parameters) =>
        new VkPaymentNotificationSigner(Example.AppId, Example.VkKey).SignBody(
            "order_status_change", parameters.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));

    public static string TelegramContact(long userId = 42, long age = 0) => new TelegramContactSigner(Example.TelegramKey).Sign(
        new TelegramContact { UserId = userId, PhoneNumber = "79990000000", FirstName = "Test" },
        DateTimeOffset.FromUnixTimeSeconds(Example.Now - age));

    public static string Widget(long userId = 42, long age = 0) => new TelegramLoginWidgetSigner(Example.TelegramKey).Sign(
        new TelegramUser { Id = userId, FirstName = "Test" }, DateTimeOffset.FromUnixTimeSeconds(Example.Now - age));

    public static string MaxHash(long userId = 42, long age = 0) =>
        new MaxContactSigner(Example.MaxKey).Sign("79990000000", Example.Now - age, userId);

    public static string CardHash(string card = Card) => new MaxContactSigner(Example.MaxKey).SignCard(card);
}
