using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VkMiniApp;

/// <summary>
/// In JSON a role is the text that VK uses. Applied by an attribute; public because the source generator of an application's own
/// <see cref="JsonSerializerContext"/> has to name it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VkGroupRoleJsonConverter : JsonConverter<VkGroupRole>
{
    /// <inheritdoc/>
    public override VkGroupRole Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new VkGroupRole(reader.GetString()!) : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VkGroupRole value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
