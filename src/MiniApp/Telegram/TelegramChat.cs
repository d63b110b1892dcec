using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramMiniApp;

/// <summary>
/// A chat as the field <c>chat</c> tells of one (<see href="https://core.telegram.org/bots/webapps#webappchat">Telegram's page</see>).
/// </summary>
/// <remarks>A member that is missing, <c>null</c> or of another type than documented reads as absent.</remarks>
public sealed class TelegramChat
{
    /// <summary>The chat's id, negative for groups and channels: <c>id</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long Id { get; init; }

    /// <summary>The kind of chat: <c>type</c>.</summary>
    public TelegramChatType Type { get; init; }

    /// <summary>The title: <c>title</c>. Empty where there is none.</summary>
    [AllowNull]
    public string Title { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The chat's user name, without the <c>@</c>: <c>username</c>.</summary>
    public string? Username { get; init; }

    /// <summary>The address of the chat's picture, <c>.jpeg</c> or <c>.svg</c>: <c>photo_url</c>.</summary>
    public string? PhotoUrl { get; init; }

    /// <summary>The members beyond these, by name: what Telegram has added since.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Additional { get; internal set; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
