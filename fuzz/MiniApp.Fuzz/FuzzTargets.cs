using System.Globalization;
using System.Text.Json;
using MaxMiniApp;
using TelegramMiniApp;
using TestSupport;
using VkMiniApp;
using VkMiniApp.Tests;
using Bot = TelegramMiniApp.Tests.Example;
using WidgetTests = TelegramMiniApp.Tests.TelegramLoginWidgetVerifierTests;

namespace MiniApp.Fuzz;

/// <summary>Every verifier there is, each with its second implementation.</summary>
internal static class FuzzTargets
{
    private static readonly TestClock Clock = new(Example.Now);
    private static readonly TelegramInitDataVerifier Telegram = Bot.Verifier();
    private static readonly TelegramInitDataVerifier ThirdParty = Bot.ThirdParty();
    private static readonly MaxInitDataVerifier Max = MaxMiniApp.Tests.Example.Verifier();
    private static readonly VkCreatedHashVerifier CreatedHash = BridgeExample.HashVerifier();
    private static readonly VkContactVerifier VkContact = new(Example.AppId, Example.Secret);

    public static TelegramContactVerifier TelegramContact { get; } = new(new TelegramContactVerifierOptions { TimeProvider = Clock }.AddBot(Bot.BotToken));

    private static readonly TelegramLoginWidgetVerifier Widget = new(new TelegramLoginWidgetVerifierOptions { TimeProvider = Clock }.AddBot(Bot.BotToken));

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new VkLaunchTarget("vk-launch", acceptJson: false),
        new VkLaunchTarget("vk-object", acceptJson: true),
        new InitDataTarget(
            "telegram", new() { Now = Bot.Now, BotToken = Bot.BotToken }, seed => new(seed, Bot.BotToken, Bot.Now),
            token => Telegram.Verify(token).Failure, token => Telegram.Check(token)),
        new InitDataTarget(
            "telegram-signature", new() { Now = Bot.Now, HasRightSignature = HasRightSignature }, seed => new(seed, Bot.BotToken, Bot.Now, Sign),
            token => ThirdParty.Verify(token).Failure, token => ThirdParty.Check(token), batchSize: 50),
        new InitDataTarget(
            "max", new() { Now = Bot.Now, BotToken = MaxMiniApp.Tests.Example.BotToken, IsMax = true },
            seed => new(seed, MaxMiniApp.Tests.Example.BotToken, Bot.Now), token => Max.Verify(token).Failure, token => Max.Check(token)),
        new VkBridgeTarget(
            "vk-hash", (value, time) => BridgeExample.Hash(time, value),
            (kind, value, time, sign) => CreatedHashPropertyTests.Expected(kind, value, time, sign).ToString(),
            (launch, value, time, sign) => CreatedHash.Verify(launch, value, time, sign).Failure.ToString()),
        new VkBridgeTarget(
            "vk-contact", (value, _) => ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "email", value),
            (kind, value, _, sign) => ContactPropertyTests.Expected(kind, value, sign).ToString(),
            (launch, value, _, sign) => VkContact.VerifyEmail(launch, value, sign).Failure.ToString()),
        new VkPaymentTarget(),
        new PlainQueryTarget(
            "telegram-contact",
            ("contact",
            [
                "{\"user_id\":494075,\"phone_number\":\"79111234567\"}", "{\"user_id\":494075,\"phone_number\":\"7\",\"first_name\":\"Ада\"}",
                "{\"user_id\":1,\"phone_number\":\"7\"}", "{\"user_id\":494075,\"phone_number\":\"\"}", "{\"user_id\":494075,\"phone_number\":7}",
                "{\"user_id\":\"494075\",\"phone_number\":\"7\"}", "{\"user_id\":494075,\"user_id\":494075,\"phone_number\":\"7\"}", "{}", "{", "[]", "",
            ]),
            ReferenceInitData.Hash, JudgeContact, (query, userId) => TelegramContact.Verify(query, userId).Failure.ToString()),
        new PlainQueryTarget(
            "telegram-widget", ("id", ["494075", "494075", "0", "x", "1 ", "", "-1", "01", "\u0661", "9223372036854775807", "9223372036854775808"]),
            WidgetTests.Hash,
            (fields, _) => fields["id"].All(char.IsAsciiDigit) && long.TryParse(fields["id"], CultureInfo.InvariantCulture, out var id) && id > 0 ? "None" : "NoUser",
            (query, userId) => userId <= 0 ? "NoSignedInUser" : Widget.Verify(query).Failure.ToString(), hasMark: true),
        new MaxPhoneTarget(),
        new MaxCardTarget(),
        new SessionTarget(),
        new BodyTarget(),
    ];

    private static void Sign(Dictionary<string, string> fields) => fields["signature"] = Bot.Signature(fields);

    private static bool HasRightSignature(IReadOnlyDictionary<string, string> fields) => fields["signature"] == Bot.Signature(fields);

    private static string JudgeContact(Dictionary<string, string> fields, long userId)
    {
        try
        {
            using var contact = JsonDocument.Parse(fields.GetValueOrDefault("contact", ""));
            var isContact = contact.RootElement.EnumerateObject().Count(member => member.Name == "user_id") == 1
                && contact.RootElement.GetProperty("user_id") is { ValueKind: JsonValueKind.Number }
                && contact.RootElement.TryGetProperty("phone_number", out var phone)
                && phone is { ValueKind: JsonValueKind.String }
                && phone.GetString()!.Length > 0;
            return !isContact ? "NoContact" : contact.RootElement.GetProperty("user_id").GetInt64() != userId ? "OtherUser" : "None";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "NoContact";
        }
    }
}
