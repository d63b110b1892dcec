using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>The requirements that policies and attributes are made of.</summary>
internal static class TelegramRequirements
{
    public static LaunchRequirement User(params long[] userIds)
    {
        var accepted = Demands.RequirePositive(userIds, nameof(userIds));

        return accepted.Length == 0
            ? Create("The user must be a user of Telegram.", launch => launch.Number(TelegramClaimTypes.UserId) > 0)
            : Create("The user must be one of those users of Telegram that are named.", launch => launch.IsOneOf(TelegramClaimTypes.UserId, accepted));
    }

    public static LaunchRequirement Bot(params long[] botIds)
    {
        var accepted = Demands.Require(botIds, nameof(botIds));
        return Create($"The bot must be {Demands.Or(accepted)}.", launch => launch.IsOneOf(TelegramClaimTypes.BotId, accepted));
    }

    public static LaunchRequirement Premium() =>
        Create("The user must have Telegram Premium.", launch => launch[TelegramClaimTypes.IsPremium] == "true");

    public static LaunchRequirement Language(params string[] languages)
    {
        var accepted = Demands.Require(languages, nameof(languages));
        return Create($"The language must be {Demands.Or(accepted)}.", launch => launch.IsOneOf(TelegramClaimTypes.Language, accepted));
    }

    public static LaunchRequirement ChatType(params string[] types)
    {
        var accepted = Demands.Require(types, nameof(types));
        return Create($"The mini app must have been opened in a chat that is {Demands.Or(accepted)}.", launch => launch.IsOneOf(TelegramClaimTypes.ChatType, accepted));
    }

    public static LaunchAgeRequirement LaunchWithin(TimeSpan maxAge) =>
        new(TelegramMiniAppDefaults.Issuer, maxAge, launch => launch.Number(TelegramClaimTypes.AuthDate));

    private static LaunchRequirement Create(string demand, Func<LaunchClaims, bool> isMet) => new(TelegramMiniAppDefaults.Issuer, demand, isMet);
}
