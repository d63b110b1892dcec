using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiniAppBackend;

/// <summary>Writes the answers without reflection, so that a trimmed publish can write them too.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(TelegramMe))]
[JsonSerializable(typeof(MaxMe))]
[JsonSerializable(typeof(SessionInfo))]
[JsonSerializable(typeof(VkPhone))]
[JsonSerializable(typeof(TelegramPhone))]
[JsonSerializable(typeof(MaxPhone))]
internal sealed partial class SampleJson : JsonSerializerContext;
