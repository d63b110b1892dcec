using System.Text.Json;

namespace MiniApp.AspNetCore;

/// <summary>Finds a launch in a JSON object. Nothing is made of its other members.</summary>
internal static class LaunchBodyJson
{
    public static BodyToken Read(ReadOnlySpan<byte> body, string name)
    {
        try
        {
            return ReadObject(new Utf8JsonReader(body), name);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader throws the second where a text holds bytes that are no UTF-8, or half of a surrogate pair.
            return BodyToken.Bad("The body must be JSON in UTF-8.");
        }
    }

    private static BodyToken ReadObject(Utf8JsonReader json, string name)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return BodyToken.Bad("The body must be a JSON object.");
        }

        BodyToken? found = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isLaunch = json.ValueTextEquals(name);
            json.Read();
            if (isLaunch)
            {
                found = found is null ? ReadText(json, name) : BodyToken.Twice(name);
            }

            json.Skip();
        }

        json.Read();
        return found ?? BodyToken.None;
    }

    private static BodyToken ReadText(in Utf8JsonReader json, string name) => json.TokenType switch
    {
        JsonTokenType.String => new(json.GetString()),
        JsonTokenType.Null => BodyToken.None,
        _ => BodyToken.Bad($"The body must have {name} as a text."),
    };
}
