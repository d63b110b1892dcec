using System.Text.Json;
using System.Text.Json.Serialization;

namespace MaxMiniApp;

/// <summary>A chat as the field <c>chat</c> tells of one.</summary>
/// <remarks>A member that is missing, <c>null</c> or of another type than documented reads as absent.</remarks>
public sealed class MaxChat
{
    /// <summary>The chat's id: <c>id</c>.</summary>
    public required long Id { get; init; }

    /// <summary>The kind of chat: <c>type</c>.</summary>
    public MaxChatType Type { get; init; }

    /// <summary>The members beyond these, by name: what MAX has added since.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Additional { get; internal set; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
