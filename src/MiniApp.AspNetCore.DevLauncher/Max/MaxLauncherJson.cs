using System.Text.Json.Serialization;
using MiniApp.AspNetCore.DevLauncher;

namespace MaxMiniApp.AspNetCore.DevLauncher;

/// <summary>What the page and its endpoints tell each other of MAX.</summary>
[JsonSerializable(typeof(MaxLauncherSettings))]
[JsonSerializable(typeof(MaxLaunchRequest))]
[JsonSerializable(typeof(MaxContactRequest))]
[JsonSerializable(typeof(SharedContact))]
internal sealed partial class MaxLauncherJson : JsonSerializerContext
{
    public static MaxLauncherJson Strict { get; } = new(JsonRules.Create());
}
