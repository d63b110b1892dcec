using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MiniApp;

/// <summary>
/// The JSON objects inside init data: a user, a chat. What identifies them has to be there and right; whatever else is in them, known
/// or new, is taken as it comes. An escape that is half of a character, as a cut name ends with, reads as U+FFFD.
/// </summary>
internal static class JsonObjects
{
    /// <summary>The object, read by hand, or <see langword="null"/> for what has no id.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json, Span<JsonMember> memory, Span<byte> scratch, ReadMembers<T> read)
        where T : class =>
        JsonMembersReader.TryRead(json, memory, scratch, out var members) && members.TryReadId("id"u8, out _) ? read(members) : null;

    /// <summary>The object, read by the serializer, or <see langword="null"/> for what has no id of that name.</summary>
    public static T? Read<T>(
        ReadOnlySpan<byte> json, Span<JsonMember> memory, Span<byte> scratch, ReadOnlySpan<byte> idName, JsonTypeInfo<T> type)
        where T : class =>
        JsonMembersReader.TryRead(json, memory, scratch, out var members) && members.TryReadId(idName, out _)
            ? JsonSerializer.Deserialize(JsonText.MendHalves(json, scratch), type)
            : null;
}
