using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiniApp;

/// <summary>
/// In JSON a value is the text that the platform uses. Applied by an attribute; public because the source generator of an application's
/// own <see cref="JsonSerializerContext"/> has to name it.
/// </summary>
/// <typeparam name="TValue">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public class OpenValueJsonConverter<TValue> : JsonConverter<TValue>
    where TValue : struct, IOpenValue<TValue>
{
    /// <inheritdoc/>
    public override TValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? TValue.Create(reader.GetString()!) : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
