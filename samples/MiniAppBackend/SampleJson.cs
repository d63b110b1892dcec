using System.Text.Json;
using System.Text.Json.Serialization;
using MiniAppBackend.Sessions;

namespace MiniAppBackend;

/// <summary>Writes the answers without reflection, so that a trimmed publish can write them too.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(TelegramMe))]
[JsonSerializable(typeof(MaxMe))]
[JsonSerializable(typeof(SessionInfo))]
[JsonSerializable(typeof(RefreshRequest))]
internal sealed partial class SampleJson : JsonSerializerContext;
