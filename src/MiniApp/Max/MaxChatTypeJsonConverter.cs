using System.Text.Json;
using System.Text.Json.Serialization;

namespace MaxMiniApp;

/// <summary>In JSON a type of chat is the text that MAX uses. Anything but a text counts as none.</summary>
internal sealed class MaxChatTypeJsonConverter : JsonConverter<MaxChatType>
{
    public override bool HandleNull => true;

    public override MaxChatType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new MaxChatType(reader.GetString()!);
        }

        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, MaxChatType value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
