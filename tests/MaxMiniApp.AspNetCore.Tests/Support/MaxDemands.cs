using Microsoft.Extensions.DependencyInjection;

namespace MaxMiniApp.AspNetCore.Tests;

/// <summary>What policies and attributes can demand of a launch.</summary>
internal static class MaxDemands
{
    private static readonly MaxInitDataDescriptor Opening = new()
    {
        User = new MaxUser { Id = 42, LanguageCode = "ru" },
        AuthDate = DateTimeOffset.FromUnixTimeSeconds(TestApp.Now - 300),
        Chat = new MaxChat { Id = 7, Type = MaxChatType.Dialog },
    };

    public static string Header { get; } = MaxLaunch.Signed(Opening);

    public static IReadOnlyDictionary<string, Demand> All { get; } = new Dictionary<string, Demand>(StringComparer.Ordinal)
    {
        ["any user"] = new(policy => policy.RequireMaxUser(), new RequireMaxUserAttribute(), true),
        ["this user"] = new(policy => policy.RequireMaxUser(1, 42), new RequireMaxUserAttribute(1, 42), true),
        ["another user"] = new(policy => policy.RequireMaxUser(4, 420), new RequireMaxUserAttribute(4, 420), false),
        ["this language"] = new(policy => policy.RequireMaxLanguage("en", "ru"), new RequireMaxLanguageAttribute("en", "ru"), true),
        ["another language"] = new(policy => policy.RequireMaxLanguage("RU", "r"), new RequireMaxLanguageAttribute("RU", "r"), false),
        ["this kind of chat"] = new(policy => policy.RequireMaxChatType(MaxChatType.Dialog), new RequireMaxChatTypeAttribute("DIALOG"), true),
        ["another kind of chat"] = new(policy => policy.RequireMaxChatType(new MaxChatType("dialog")), new RequireMaxChatTypeAttribute("dialog"), false),
        ["as old as it is"] = new(policy => policy.RequireMaxLaunchWithin(TimeSpan.FromMinutes(5)), new RequireMaxLaunchWithinAttribute(5), true),
        ["younger"] = new(policy => policy.RequireMaxLaunchWithin(TimeSpan.FromMinutes(4)), new RequireMaxLaunchWithinAttribute(4), false),
    };
}
