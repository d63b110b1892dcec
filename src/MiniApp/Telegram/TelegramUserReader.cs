using System.Text.Json;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>Reads the JSON object of a user of Telegram.</summary>
internal static class TelegramUserReader
{
    /// <summary>Reads an object that is known to be one, and to have an id.</summary>
    public static TelegramUser Read(ref Utf8JsonReader reader)
    {
        var members = default(UserMembers);
        var (isBot, isPremium, isInMenu, allowsWrite) = (false, false, false, false);

        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = UserMembers.ReadName(reader);
            if (members.TryRead(name, ref reader))
            {
                continue;
            }

            switch (name.Length)
            {
                case 6 when name.SequenceEqual("is_bot"u8):
                    isBot = UserMembers.ReadFlag(ref reader);
                    break;
                case 10 when name.SequenceEqual("is_premium"u8):
                    isPremium = UserMembers.ReadFlag(ref reader);
                    break;
                case 18 when name.SequenceEqual("allows_write_to_pm"u8):
                    allowsWrite = UserMembers.ReadFlag(ref reader);
                    break;
                case 24 when name.SequenceEqual("added_to_attachment_menu"u8):
                    isInMenu = UserMembers.ReadFlag(ref reader);
                    break;
                default:
                    members.Add(ref reader);
                    break;
            }
        }

        return new(members)
        {
            IsBot = isBot,
            IsPremium = isPremium,
            AddedToAttachmentMenu = isInMenu,
            AllowsWriteToPm = allowsWrite,
        };
    }
}
