using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace MiniApp;

/// <summary>
/// The members of a user's JSON object that every platform sends. A user is in every launch, and is read by hand: in a third of the time
/// that the serializer takes, by the same rules.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct UserMembers
{
    public long Id { get; private set; }

    public string? FirstName { get; private set; }

    public string? LastName { get; private set; }

    public string? Username { get; private set; }

    public string? LanguageCode { get; private set; }

    public string? PhotoUrl { get; private set; }

    /// <summary>The members that no platform is known to send; <see langword="null"/> where there are none.</summary>
    public Dictionary<string, JsonElement>? Additional { get; private set; }

    /// <summary>The name that the reader is at, without escapes.</summary>
    public static ReadOnlySpan<byte> ReadName(scoped in Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;

    /// <summary>Reads a flag: anything but <c>true</c> counts as unset.</summary>
    public static bool ReadFlag(ref Utf8JsonReader reader)
    {
        reader.Read();
        var isTrue = reader.TokenType == JsonTokenType.True;
        reader.Skip();
        return isTrue;
    }

    /// <summary>Reads the member whose name the reader is at, if it is one of these.</summary>
    /// <param name="name">The name.</param>
    /// <param name="reader">The reader, which ends up at the end of the member.</param>
    /// <returns><see langword="false"/>, and nothing is read, for any other member.</returns>
    public bool TryRead(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("id"u8):
                reader.Read();
                Id = reader.GetInt64();
                return true;
            case 8 when name.SequenceEqual("username"u8):
                Username = ReadText(ref reader);
                return true;
            case 9 when name.SequenceEqual("last_name"u8):
                LastName = ReadText(ref reader);
                return true;
            case 9 when name.SequenceEqual("photo_url"u8):
                PhotoUrl = ReadText(ref reader);
                return true;
            case 10 when name.SequenceEqual("first_name"u8):
                FirstName = ReadText(ref reader);
                return true;
            case 13 when name.SequenceEqual("language_code"u8):
                LanguageCode = ReadText(ref reader);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Keeps the member whose name the reader is at.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        var name = reader.GetString()!;
        reader.Read();
        Additional ??= new(StringComparer.Ordinal);
        Additional[name] = JsonElement.ParseValue(ref reader);
    }

    /// <summary>Reads what ought to be a text: anything else in its place, and an empty one, counts as nothing there.</summary>
    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString() is { Length: > 0 } text ? text : null;
        }

        reader.Skip();
        return null;
    }
}
