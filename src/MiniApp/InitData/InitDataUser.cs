using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiniApp;

/// <summary>
/// A user, as a JSON object inside init data describes one. Only the id stays the same: users change their names, user name and picture.
/// </summary>
/// <remarks>A member that is missing, <c>null</c> or of another type than documented reads as absent.</remarks>
public abstract class InitDataUser
{
    private protected InitDataUser()
    {
    }

    [SetsRequiredMembers]
    private protected InitDataUser(in UserMembers members)
    {
        Id = members.Id;
        FirstName = members.FirstName;
        LastName = members.LastName;
        Username = members.Username;
        LanguageCode = members.LanguageCode;
        PhotoUrl = members.PhotoUrl;
        if (members.Additional is { } additional)
        {
            Additional = additional;
        }
    }

    /// <summary>The user's id: <c>id</c>; in Telegram up to 52 bits.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long Id { get; init; }

    /// <summary>The first name: <c>first_name</c>. Empty where there is none.</summary>
    [AllowNull]
    [JsonPropertyOrder(-1)]
    public string FirstName { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The last name: <c>last_name</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string? LastName { get; init; }

    /// <summary>The user name, without an <c>@</c>: <c>username</c>. It may belong to somebody else tomorrow.</summary>
    [JsonPropertyOrder(-1)]
    public string? Username { get; init; }

    /// <summary>The language of the user's app, an IETF tag such as <c>ru</c>: <c>language_code</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string? LanguageCode { get; init; }

    /// <summary>The address of the user's picture: <c>photo_url</c>.</summary>
    public string? PhotoUrl { get; init; }

    /// <summary>The members beyond the documented ones, by name: what the platform has added since.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Additional { get; internal set; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
