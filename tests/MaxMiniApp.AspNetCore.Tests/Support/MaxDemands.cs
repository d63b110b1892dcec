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
        ["any user"] = new(policy => policy.RequireMaxUser(), new RequireMaxUserAttribute()),
        ["this user"] = new(policy => policy.RequireMaxUser(1, 42), new RequireMaxUserAttribute(1, 42)),
        ["another user"] = new(policy => policy.RequireMaxUser(4, 420), new RequireMaxUserAttribute(4, 420),
            "The user must be one of those users of MAX that are named."),
        ["this language"] = new(policy => policy.RequireMaxLanguage("en", "ru"), new RequireMaxLanguageAttribute("en", "ru")),
        ["another language"] = new(policy => policy.RequireMaxLanguage("RU", "r"), new RequireMaxLanguageAttribute("RU", "r"),
            "The language must be RU or r."),
        ["this kind of chat"] = new(policy => policy.RequireMaxChatType(MaxChatType.Dialog), new RequireMaxChatTypeAttribute("DIALOG")),
        ["another kind of chat"] = new(policy => policy.RequireMaxChatType(new MaxChatType("dialog")), new RequireMaxChatTypeAttribute("dialog"),
            "The kind of chat that the mini app was opened in must be dialog."),
        ["as old as it is"] = new(policy => policy.RequireMaxLaunchWithin(TimeSpan.FromMinutes(5)), new RequireMaxLaunchWithinAttribute(5)),
        ["younger"] = new(policy => policy.RequireMaxLaunchWithin(TimeSpan.FromMinutes(4)), new RequireMaxLaunchWithinAttribute(4),
            "The user must have launched the mini app within 00:04:00."),
    };
}
