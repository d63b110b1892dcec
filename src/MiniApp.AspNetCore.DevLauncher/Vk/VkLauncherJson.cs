using System.Text.Json;
using System.Text.Json.Serialization;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What the page and its endpoints tell each other of VK, by the rules of what they tell each other on every platform.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LauncherSettings))]
[JsonSerializable(typeof(LaunchRequest))]
[JsonSerializable(typeof(HashRequest))]
[JsonSerializable(typeof(SignedHash))]
internal sealed partial class VkLauncherJson : JsonSerializerContext;
