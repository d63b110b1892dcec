using System.Text.Json;
using System.Text.Json.Serialization;
using MiniApp;

namespace MaxMiniApp;

/// <summary>The JSON objects inside MAX's init data.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(TolerantStringConverter)])]
[JsonSerializable(typeof(MaxUser))]
[JsonSerializable(typeof(MaxChat))]
internal sealed partial class MaxJson : JsonSerializerContext
{
    public static string Write(MaxUser user) => JsonSerializer.Serialize(user, Default.MaxUser);

    public static string Write(MaxChat chat) => JsonSerializer.Serialize(chat, Default.MaxChat);
}
