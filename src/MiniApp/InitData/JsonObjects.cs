using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MiniApp;

/// <summary>
/// The JSON objects inside init data: a user, a chat. What identifies them has to be there and right; whatever else is in them, known
/// or new, is taken as it comes.
/// </summary>
internal static class JsonObjects
{
    /// <summary>
    /// Reads an object's id. What passes here passes <see cref="Read"/> too, so that both find the same. An escape that is half of
    /// a character, as a cut name ends with, reads as U+FFFD.
    /// </summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="scratch">Memory as long as the text.</param>
    /// <param name="name">The id's name, such as <c>id</c>.</param>
    /// <param name="id">The id.</param>
    /// <returns>
    /// <see langword="false"/> for what is no JSON, is nested deeper than 64 levels, is no object, or has not exactly one member of that
    /// name that is a 64-bit integer.
    /// </returns>
    public static bool TryReadId(ReadOnlySpan<byte> json, Span<byte> scratch, ReadOnlySpan<byte> name, out long id)
    {
        id = 0;

        // The reader throws at an empty text, which is what a field that isn't there looks like.
        if (json.IsEmpty)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(JsonText.MendHalves(json, scratch));
            return TryReadId(ref reader, name, out id);
        }
        catch (JsonException)
        {
            // The reader has no other way to say that JSON is broken. A platform has proved this text, so it happens about never, and
            // nobody can bring it about at will.
            return false;
        }
    }

    /// <summary>The object, or <see langword="null"/> for what has no id.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json, Span<byte> scratch, ReadOnlySpan<byte> idName, JsonTypeInfo<T> type)
        where T : class =>
        TryReadId(json, scratch, idName, out _) ? JsonSerializer.Deserialize(JsonText.MendHalves(json, scratch), type) : null;

    /// <summary>The user in JSON that <see cref="TryReadId(ReadOnlySpan{byte}, Span{byte}, ReadOnlySpan{byte}, out long)"/> found an id in.</summary>
    public static TUser ReadUser<TUser>(ReadOnlySpan<byte> json, Span<byte> scratch, ReadUser<TUser> read)
        where TUser : InitDataUser
    {
        var reader = new Utf8JsonReader(JsonText.MendHalves(json, scratch));
        return read(ref reader);
    }

    private static bool TryReadId(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, out long id)
    {
        id = 0;
        var hasId = false;

        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals(name))
            {
                reader.Read();
                if (hasId || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out id))
                {
                    return false;
                }

                hasId = true;
            }
        }

        return hasId;
    }
}
