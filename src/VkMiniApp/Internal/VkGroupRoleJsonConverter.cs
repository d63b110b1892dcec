using System.Text.Json;
using System.Text.Json.Serialization;

namespace VkMiniApp;

/// <summary>In JSON a role is the text that VK uses.</summary>
internal sealed class VkGroupRoleJsonConverter : JsonConverter<VkGroupRole>
{
    public override VkGroupRole Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new VkGroupRole(reader.GetString()!) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, VkGroupRole value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
