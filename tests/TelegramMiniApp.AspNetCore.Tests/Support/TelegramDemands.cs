using Microsoft.Extensions.DependencyInjection;

namespace TelegramMiniApp.AspNetCore.Tests;

/// <summary>What policies and attributes can demand of a launch.</summary>
internal static class TelegramDemands
{
    private static readonly TelegramInitDataDescriptor Opening = new()
    {
        User = new TelegramUser { Id = 42, LanguageCode = "ru", IsPremium = true },
        AuthDate = DateTimeOffset.FromUnixTimeSeconds(TestApp.Now - 300),
        ChatType = TelegramChatType.Group,
    };

    public static string Header { get; } = TelegramLaunch.Hashed(opening: Opening);

    public static IReadOnlyDictionary<string, Demand> All { get; } = new Dictionary<string, Demand>(StringComparer.Ordinal)
    {
        ["any user"] = new(policy => policy.RequireTelegramUser(), new RequireTelegramUserAttribute()),
        ["this user"] = new(policy => policy.RequireTelegramUser(1, 42), new RequireTelegramUserAttribute(1, 42)),
        ["another user"] = new(policy => policy.RequireTelegramUser(4, 420), new RequireTelegramUserAttribute(4, 420),
            "The user must be one of those users of Telegram that are named."),
        ["this language"] = new(policy => policy.RequireTelegramLanguage("en", "ru"), new RequireTelegramLanguageAttribute("en", "ru")),
        ["another language"] = new(policy => policy.RequireTelegramLanguage("RU", "r"), new RequireTelegramLanguageAttribute("RU", "r"),
            "The language must be RU or r."),
        ["this bot"] = new(policy => policy.RequireTelegramBot(TelegramLaunch.BotId), new RequireTelegramBotAttribute(TelegramLaunch.BotId)),
        ["another bot"] = new(policy => policy.RequireTelegramBot(7), new RequireTelegramBotAttribute(7),
            "The bot must be 7."),
        ["premium"] = new(policy => policy.RequireTelegramPremium(), new RequireTelegramPremiumAttribute()),
        ["this kind of chat"] = new(policy => policy.RequireTelegramChatType(TelegramChatType.Channel, TelegramChatType.Group),
            new RequireTelegramChatTypeAttribute("channel", "group")),
        ["another kind of chat"] = new(policy => policy.RequireTelegramChatType(TelegramChatType.Supergroup),
            new RequireTelegramChatTypeAttribute("supergroup"),
            "The kind of chat that the mini app was opened in must be supergroup."),
        ["as old as it is"] = new(policy => policy.RequireTelegramLaunchWithin(TimeSpan.FromMinutes(5)), new RequireTelegramLaunchWithinAttribute(5)),
        ["younger"] = new(policy => policy.RequireTelegramLaunchWithin(TimeSpan.FromMinutes(4)), new RequireTelegramLaunchWithinAttribute(4),
            "The user must have launched the mini app within 00:04:00."),
    };
}
