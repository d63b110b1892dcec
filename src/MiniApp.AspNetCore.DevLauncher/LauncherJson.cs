using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>
/// What the page and its endpoints tell each other on every platform. Ids may come as text, because a number of JavaScript can't hold
/// every one.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SignedLaunch))]
[JsonSerializable(typeof(ClaimsRequest))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(CallList))]
internal sealed partial class LauncherJson : JsonSerializerContext;
