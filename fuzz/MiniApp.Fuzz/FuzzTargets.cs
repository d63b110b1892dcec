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
    private static readonly TelegramThirdPartyVerifier AnyBot =
        new(new TelegramThirdPartyVerifierOptions { TimeProvider = Clock, PublicKey = Bot.PublicKey, Ed25519 = new Ed25519Verifier() });

    private static readonly VkCreatedHashVerifier CreatedHash = BridgeExample.HashVerifier();
    private static readonly VkCreatedHashVerifier AnyHash = BridgeExample.HashVerifier(options => options.AllowEmptyRequestId = true);
    private static readonly VkContactVerifier VkContact = new(Example.AppId, Example.Secret);

    public static TelegramContactVerifier TelegramContact { get; } = new(new TelegramContactVerifierOptions { TimeProvider = Clock }.AddBot(Bot.BotToken));

    private static readonly TelegramLoginWidgetVerifier Widget = new(new TelegramLoginWidgetVerifierOptions { TimeProvider = Clock }.AddBot(Bot.BotToken));

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new VkLaunchTarget("vk-launch"),
        new VkLaunchTarget("vk-object", acceptJson: true),
        new VkLaunchTarget("vk-odnoklassniki", allowOdnoklassniki: true),
        new InitDataTarget<TelegramInitData>(
            "telegram", new() { Now = Bot.Now, BotToken = Bot.BotToken }, seed => new(seed, Bot.BotToken, Bot.Now), Bot.Verifier(), Read, Unverified),
        new InitDataTarget<TelegramInitData>(
            "telegram-signature", new() { Now = Bot.Now, HasRightSignature = HasRightSignature }, seed => new(seed, Bot.BotToken, Bot.Now, Sign),
            Bot.ThirdParty(), Read, Unverified, token => AnyBot.Verify(token, Bot.BotId).Failure, batchSize: 50),
        new InitDataTarget<TelegramInitData>(
            "telegram-both", new() { Now = Bot.Now, BotToken = Bot.BotToken, HasRightSignature = HasRightSignature },
            seed => new(seed, Bot.BotToken, Bot.Now, Sign), Bot.Both(), Read, Unverified, batchSize: 50),
        new InitDataTarget<MaxInitData>(
            "max", new() { Now = Bot.Now, BotToken = MaxMiniApp.Tests.Example.BotToken, IsMax = true },
            seed => new(seed, MaxMiniApp.Tests.Example.BotToken, Bot.Now), MaxMiniApp.Tests.Example.Verifier(), ReadOfMax, UnverifiedOfMax),
        new VkBridgeTarget(
            "vk-hash", (value, time) => BridgeExample.Hash(time, value),
            (kind, value, time, sign) => CreatedHashPropertyTests.Expected(kind, value, time, sign) is not VkCreatedHashFailure.None and var failure
                ? failure.ToString() : FuzzTarget.Good(value, time),
            (launch, value, time, sign) => CreatedHash.Verify(launch, value, time, sign) is var result && result.CreatedHash is { } hash
                ? FuzzTarget.Good(hash.RequestId, hash.Timestamp.ToUnixTimeSeconds()) : result.Failure.ToString()),
        new VkBridgeTarget(
            "vk-hash-empty", (value, time) => BridgeExample.Hash(time, value.Length == 0 && time % 2 == 0 ? null : value),
            (kind, value, time, sign) => CreatedHashPropertyTests.Expected(kind, value, time, sign, allowEmpty: true) is not VkCreatedHashFailure.None and var failure
                ? failure.ToString() : FuzzTarget.Good(value, time),
            (launch, value, time, sign) => AnyHash.Verify(launch, value, time, sign) is var result && result.CreatedHash is { } hash
                ? FuzzTarget.Good(hash.RequestId, hash.Timestamp.ToUnixTimeSeconds()) : result.Failure.ToString()),
        new VkBridgeTarget(
            "vk-contact", (value, _) => ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "email", value),
            (kind, value, _, sign) => ContactPropertyTests.Expected(kind, value, sign) is not VkContactFailure.None and var failure
                ? failure.ToString() : FuzzTarget.Good(value),
            (launch, value, _, sign) => VkContact.VerifyEmail(launch, value, sign) is var result && result.Value is { } email
                ? FuzzTarget.Good(email) : result.Failure.ToString()),
        new VkPaymentTarget(),
        new PlainQueryTarget(
            "telegram-contact",
            ("contact",
            [
                "{\"user_id\":494075,\"phone_number\":\"79111234567\"}", "{\"user_id\":494075,\"phone_number\":\"7\",\"first_name\":\"Ада\"}",
                "{\"user_id\":1,\"phone_number\":\"7\"}", "{\"user_id\":494075,\"phone_number\":\"\"}", "{\"user_id\":494075,\"phone_number\":7}",
                "{\"user_id\":\"494075\",\"phone_number\":\"7\"}", "{\"user_id\":494075,\"user_id\":494075,\"phone_number\":\"7\"}", "{}", "{", "[]", "",
                "{\"user\\u005fid\":494075,\"phone_number\":\"\\u0037\"}", "{\"user_id\":494075.0,\"phone_number\":\"7\"}", "{\"user_id\":494075}",
                "{\"user_id\":9223372036854775808,\"phone_number\":\"7\"}", "{\"user_id\":494075,\"phone_number\":\"7\",\"x\":{\"user_id\":1}} ",
            ]),
            ReferenceInitData.Hash, JudgeContact,
            (query, userId) => TelegramContact.Verify(query, userId) is var result && result.Contact is { } contact
                ? FuzzTarget.Good(contact.UserId, contact.PhoneNumber, result.BotId) : result.Failure.ToString()),
        new PlainQueryTarget(
            "telegram-widget", ("id", ["494075", "494075", "0", "x", "1 ", "", "-1", "01", "\u0661", "9223372036854775807", "9223372036854775808"]),
            WidgetTests.Hash, JudgeSignIn,
            (query, userId) => userId <= 0 ? "NoSignedInUser"
                : Widget.Verify(query) is var result && result.User is { } user ? FuzzTarget.Good(user.Id, result.BotId) : result.Failure.ToString(),
            hasMark: true),
        new MaxPhoneTarget(),
        new MaxCardTarget(),
        new SessionTarget(),
        new BodyTarget(),
    ];

    private static void Sign(Dictionary<string, string> fields) => fields["signature"] = Bot.Signature(fields);

    private static bool HasRightSignature(IReadOnlyDictionary<string, string> fields) =>
        Bot.Signature(fields) is var right && (fields["signature"] == right || fields["signature"] == right + "==");

    private static long Read(TelegramInitData data)
    {
        Members.Read(data);
        Members.Read(data.User);
        Members.Read(data.Receiver);
        Members.Read(data.Chat);
        return data.User.Id;
    }

    private static long ReadOfMax(MaxInitData data)
    {
        Members.Read(data);
        Members.Read(data.User);
        Members.Read(data.Chat);
        return data.User.Id;
    }

    private static TelegramInitData? Unverified(string token)
    {
        _ = (TelegramInitData.LooksLikeInitData(token), TelegramInitData.TryDecode(token, out _));
        _ = TelegramInitData.TryParseUnverified(token, out var unverified) ? Read(unverified) : 0;
        return unverified;
    }

    private static MaxInitData? UnverifiedOfMax(string token)
    {
        _ = (MaxInitData.LooksLikeInitData(token), MaxInitData.TryDecode(token, out _));
        _ = MaxInitData.TryParseUnverified(token, out var unverified) ? ReadOfMax(unverified) : 0;
        return unverified;
    }

    private static string JudgeSignIn(Dictionary<string, string> fields, long userId) =>
        fields["id"].All(char.IsAsciiDigit) && long.TryParse(fields["id"], CultureInfo.InvariantCulture, out var id) && id > 0
            ? FuzzTarget.Good(id, Bot.BotId) : "NoUser";

    private static string JudgeContact(Dictionary<string, string> fields, long userId)
    {
        try
        {
            using var contact = JsonDocument.Parse(fields.GetValueOrDefault("contact", ""));
            return contact.RootElement.EnumerateObject().Count(member => member.Name == "user_id") != 1
                || contact.RootElement.GetProperty("user_id") is not { ValueKind: JsonValueKind.Number } id
                || !id.TryGetInt64(out var contactsId)
                || !contact.RootElement.TryGetProperty("phone_number", out var phone)
                || phone is not { ValueKind: JsonValueKind.String }
                || phone.GetString() is not { Length: > 0 } number ? "NoContact"
                : contactsId != userId ? "OtherUser"
                : FuzzTarget.Good(userId, number, Bot.BotId);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "NoContact";
        }
    }
}
