using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramMiniApp;

/// <summary>In JSON a type of chat is the text that Telegram uses. Anything but a text counts as none.</summary>
internal sealed class TelegramChatTypeJsonConverter : JsonConverter<TelegramChatType>
{
    public override bool HandleNull => true;

    public override TelegramChatType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new TelegramChatType(reader.GetString()!);
        }

        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, TelegramChatType value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
