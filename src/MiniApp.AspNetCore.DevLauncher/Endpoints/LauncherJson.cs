using System.Text.Json.Serialization;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What the page and its endpoints tell each other on every platform.</summary>
[JsonSerializable(typeof(SignedLaunch))]
[JsonSerializable(typeof(ClaimsRequest))]
[JsonSerializable(typeof(ClaimsAnswer))]
[JsonSerializable(typeof(CallList))]
[JsonSerializable(typeof(ApiSettings))]
internal sealed partial class LauncherJson : JsonSerializerContext
{
    public static LauncherJson Strict { get; } = new(JsonRules.Create());
}
