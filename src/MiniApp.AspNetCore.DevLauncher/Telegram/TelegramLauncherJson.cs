using System.Text.Json.Serialization;
using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>What the page and its endpoints tell each other of Telegram.</summary>
[JsonSerializable(typeof(TelegramLauncherSettings))]
[JsonSerializable(typeof(TelegramLaunchRequest))]
[JsonSerializable(typeof(TelegramContactRequest))]
[JsonSerializable(typeof(SharedContact))]
internal sealed partial class TelegramLauncherJson : JsonSerializerContext
{
    public static TelegramLauncherJson Strict { get; } = new(JsonRules.Create());
}
