using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramMiniApp;

/// <summary>
/// A user as the field <c>user</c> or <c>receiver</c> tells of one
/// (<see href="https://core.telegram.org/bots/webapps#webappuser">Telegram's page</see>). Only the id stays the same: users change
/// their names, user name and picture.
/// </summary>
/// <remarks>A member that is missing, <c>null</c> or of another type than documented reads as absent.</remarks>
public sealed class TelegramUser
{
    /// <summary>The user's id: <c>id</c>, up to 52 bits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long Id { get; init; }

    /// <summary>Whether this is a bot: <c>is_bot</c>, in <c>receiver</c> only.</summary>
    public bool IsBot { get; init; }

    /// <summary>The first name: <c>first_name</c>. Empty where there is none.</summary>
    [AllowNull]
    public string FirstName { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The last name: <c>last_name</c>.</summary>
    public string? LastName { get; init; }

    /// <summary>The user name, without the <c>@</c>: <c>username</c>. It may belong to somebody else tomorrow.</summary>
    public string? Username { get; init; }

    /// <summary>The language of the user's Telegram, an IETF tag such as <c>ru</c>: <c>language_code</c>, in <c>user</c> only.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Whether the user has Telegram Premium: <c>is_premium</c>.</summary>
    public bool IsPremium { get; init; }

    /// <summary>Whether the user has the bot in the attachment menu: <c>added_to_attachment_menu</c>.</summary>
    public bool AddedToAttachmentMenu { get; init; }

    /// <summary>Whether the user allowed the bot to write: <c>allows_write_to_pm</c>.</summary>
    public bool AllowsWriteToPm { get; init; }

    /// <summary>The address of the user's picture, <c>.jpeg</c> or <c>.svg</c>: <c>photo_url</c>.</summary>
    public string? PhotoUrl { get; init; }

    /// <summary>The members beyond these, by name: what Telegram has added since.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Additional { get; internal set; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
