using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MaxMiniApp;

/// <summary>A user as the field <c>user</c> tells of one. Only the id stays the same: users change their names and picture.</summary>
/// <remarks>A member that is missing, <c>null</c> or of another type than documented reads as absent.</remarks>
public sealed class MaxUser
{
    /// <summary>The user's id: <c>id</c>.</summary>
    public required long Id { get; init; }

    /// <summary>The first name: <c>first_name</c>. Empty where there is none.</summary>
    [AllowNull]
    public string FirstName { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The last name: <c>last_name</c>.</summary>
    public string? LastName { get; init; }

    /// <summary>The user name: <c>username</c>. It may belong to somebody else tomorrow.</summary>
    public string? Username { get; init; }

    /// <summary>The language of the user's MAX, such as <c>ru</c>: <c>language_code</c>.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>The address of the user's picture: <c>photo_url</c>.</summary>
    public string? PhotoUrl { get; init; }

    /// <summary>The members beyond these, by name: what MAX has added since.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Additional { get; internal set; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
