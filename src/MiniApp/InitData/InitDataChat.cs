using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiniApp;

/// <summary>A chat, as a JSON object inside init data describes it.</summary>
/// <remarks>A member that is missing, <c>null</c> or of another type than documented reads as absent.</remarks>
public abstract class InitDataChat
{
    private protected InitDataChat()
    {
    }

    /// <summary>The chat's id, in Telegram negative for groups and channels: <c>id</c>.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long Id { get; init; }

    /// <inheritdoc cref="InitDataUser.Additional"/>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Additional { get; internal set; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
