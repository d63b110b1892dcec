using System.ComponentModel;
using System.Text.Json;

namespace MiniApp;

/// <inheritdoc/>
/// <remarks>Anything but a text counts as none, rather than as no chat.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TolerantOpenValueJsonConverter<TValue> : OpenValueJsonConverter<TValue>
    where TValue : struct, IOpenValue<TValue>
{
    /// <inheritdoc/>
    public override TValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return base.Read(ref reader, typeToConvert, options);
        }

        reader.Skip();
        return default;
    }
}
