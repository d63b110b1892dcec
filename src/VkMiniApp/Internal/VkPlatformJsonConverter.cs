using System.Text.Json;
using System.Text.Json.Serialization;

namespace VkMiniApp;

/// <summary>In JSON a platform is the text that VK uses.</summary>
internal sealed class VkPlatformJsonConverter : JsonConverter<VkPlatform>
{
    public override VkPlatform Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new VkPlatform(reader.GetString()!) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, VkPlatform value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
