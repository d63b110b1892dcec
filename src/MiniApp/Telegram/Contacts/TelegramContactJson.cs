using System.Text.Json;
using System.Text.Json.Serialization;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>The JSON object inside a contact's response.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TolerantStringConverter)])]
[JsonSerializable(typeof(TelegramContact))]
internal sealed partial class TelegramContactJson : JsonSerializerContext
{
    public static string Write(TelegramContact contact) => JsonSerializer.Serialize(contact, Default.TelegramContact);
}
