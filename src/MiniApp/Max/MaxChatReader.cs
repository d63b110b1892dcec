using System.Text.Json;
using MiniApp;

namespace MaxMiniApp;

/// <summary>Reads the JSON object of a chat of MAX, which is in most of its launches, as the serializer would in three times the time.</summary>
internal static class MaxChatReader
{
    /// <summary>Reads an object that is known to have an id.</summary>
    public static MaxChat Read(JsonMembers members)
    {
        var (id, type) = (0L, default(MaxChatType));
        Dictionary<string, JsonElement>? additional = null;

        for (var index = 0; index < members.Count; index++)
        {
            var name = members.Name(index);
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    members.TryReadInteger(index, out id);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = new MaxChatType(members.Text(index) ?? "");
                    break;
                default:
                    members.AddTo(ref additional, name, index);
                    break;
            }
        }

        var chat = new MaxChat { Id = id, Type = type };
        if (additional is not null)
        {
            chat.Additional = additional;
        }

        return chat;
    }
}
