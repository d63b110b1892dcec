using System.Text.Json;
using MiniApp;

namespace MaxMiniApp;

/// <summary>Reads the JSON object of a user of MAX.</summary>
internal static class MaxUserReader
{
    /// <summary>Reads an object that is known to be one, and to have an id.</summary>
    public static MaxUser Read(ref Utf8JsonReader reader)
    {
        var members = default(UserMembers);

        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!members.TryRead(UserMembers.ReadName(reader), ref reader))
            {
                members.Add(ref reader);
            }
        }

        return new(members);
    }
}
