using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>The requirements that policies and attributes are made of.</summary>
internal static class TelegramRequirements
{
    private static readonly PlatformDemands Telegram = new(TelegramMiniAppDefaults.Issuer);

    public static LaunchRequirement User(params long[] userIds) => Telegram.User(TelegramClaimTypes.UserId, userIds);

    public static LaunchRequirement Bot(params long[] botIds) => Telegram.OneOf(TelegramClaimTypes.BotId, botIds, "The bot", nameof(botIds));

    public static LaunchRequirement Premium() =>
        Telegram.Create("The user must have Telegram Premium.", launch => launch[TelegramClaimTypes.IsPremium] == "true");

    public static LaunchRequirement Language(params string[] languages) =>
        Telegram.OneOf(TelegramClaimTypes.Language, languages, "The language", nameof(languages));

    public static LaunchRequirement ChatType(params string[] types) =>
        Telegram.OneOf(TelegramClaimTypes.ChatType, types, "The kind of chat that the mini app was opened in", nameof(types));

    public static LaunchAgeRequirement LaunchWithin(TimeSpan maxAge) =>
        new(TelegramMiniAppDefaults.Issuer, maxAge, launch => launch.Number(TelegramClaimTypes.AuthDate));
}
