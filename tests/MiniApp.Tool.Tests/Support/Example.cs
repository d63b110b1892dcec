using MaxMiniApp;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.Tool.Tests;

/// <summary>An app and two bots, and tokens of theirs.</summary>
internal static class Example
{
    public const long Now = 1_700_000_000;
    public const long AppId = 6736218;
    public const long BotId = 7342037359;

    /// <summary>The key that VK publishes for its example app.</summary>
    public const string VkKey = "wvl68m4dR1UpLrVRli";

    public const string TelegramKey = "7342037359:AAH-key-of-no-bot-at-all";
    public const string MaxKey = "f9LHodD0cO-key-of-no-bot-either";

    public static string[] Platforms { get; } = ["vk", "telegram", "max"];

    public static string[] Keys { get; } = [VkKey, "AAH-key-of-no-bot-at-all", MaxKey];

    /// <summary>The environment of a back end that serves all three.</summary>
    public static Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["Authentication__Schemes__VkMiniApp__AppId"] = "6736218",
        ["Authentication__Schemes__VkMiniApp__AppSecret"] = VkKey,
        ["Authentication__Schemes__TelegramMiniApp__BotToken"] = TelegramKey,
        ["Authentication__Schemes__MaxMiniApp__BotToken"] = MaxKey,
    };

    /// <summary>A token of the platform, as its own signer makes it.</summary>
    public static string Sign(string platform, long age = 0, long userId = 42, params (string Name, string Value)[] additional)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(Now - age);
        var values = additional.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
        return platform switch
        {
            "vk" => new VkLaunchParamsSigner(AppId, VkKey).SignQuery(new VkLaunchParamsDescriptor
            {
                UserId = userId,
                Timestamp = time,
                Additional = values,
            }),
            "telegram" => new TelegramInitDataSigner(TelegramKey).SignInitData(new TelegramInitDataDescriptor
            {
                User = new TelegramUser { Id = userId, FirstName = "Test" },
                AuthDate = time,
                Additional = values,
            }),
            _ => new MaxInitDataSigner(MaxKey).SignInitData(new MaxInitDataDescriptor
            {
                User = new MaxUser { Id = userId, FirstName = "Test" },
                AuthDate = time,
                Additional = values,
            }),
        };
    }
}
