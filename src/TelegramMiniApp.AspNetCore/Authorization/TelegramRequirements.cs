using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>The requirements that policies and attributes are made of.</summary>
internal static class TelegramRequirements
{
    private static readonly LaunchRequirements Telegram = new(TelegramMiniAppDefaults.Issuer);

    public static IAuthorizationRequirement User(params long[] userIds) => Telegram.User(TelegramClaimTypes.UserId, userIds);

    public static IAuthorizationRequirement Bot(params long[] botIds) => Telegram.OneOf(TelegramClaimTypes.BotId, "The bot", botIds);

    public static IAuthorizationRequirement Premium() =>
        Telegram.Create("The user must have Telegram Premium.", launch => launch[TelegramClaimTypes.IsPremium] == "true");

    public static IAuthorizationRequirement Language(params string[] languages) =>
        Telegram.OneOf(TelegramClaimTypes.Language, "The language", languages);

    public static IAuthorizationRequirement ChatType(params string[] types) =>
        Telegram.OneOf(TelegramClaimTypes.ChatType, "The kind of chat that the mini app was opened in", types);

    public static IAuthorizationRequirement LaunchWithin(TimeSpan maxAge) => Telegram.LaunchWithin(TelegramClaimTypes.AuthDate, maxAge);
}
