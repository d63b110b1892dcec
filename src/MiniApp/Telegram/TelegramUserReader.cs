using MiniApp;

namespace TelegramMiniApp;

/// <summary>Reads the JSON object of a user of Telegram.</summary>
internal static class TelegramUserReader
{
    /// <summary>Reads an object that is known to have an id.</summary>
    public static TelegramUser Read(JsonMembers members)
    {
        var common = default(UserMembers);
        var (isBot, isPremium, isInMenu, allowsWrite) = (false, false, false, false);

        for (var index = 0; index < members.Count; index++)
        {
            var name = members.Name(index);
            if (common.TryRead(name, members, index))
            {
                continue;
            }

            switch (name.Length)
            {
                case 6 when name.SequenceEqual("is_bot"u8):
                    isBot = members.Flag(index);
                    break;
                case 10 when name.SequenceEqual("is_premium"u8):
                    isPremium = members.Flag(index);
                    break;
                case 18 when name.SequenceEqual("allows_write_to_pm"u8):
                    allowsWrite = members.Flag(index);
                    break;
                case 24 when name.SequenceEqual("added_to_attachment_menu"u8):
                    isInMenu = members.Flag(index);
                    break;
                default:
                    common.Add(name, members, index);
                    break;
            }
        }

        return new(common)
        {
            IsBot = isBot,
            IsPremium = isPremium,
            AddedToAttachmentMenu = isInMenu,
            AllowsWriteToPm = allowsWrite,
        };
    }
}
