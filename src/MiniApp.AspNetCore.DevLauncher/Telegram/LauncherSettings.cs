namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>What the page offers to pick from. No key is in it.</summary>
/// <param name="BotIds">The bots of the scheme whose keys are known, as text.</param>
/// <param name="ChatTypes">The kinds of chats that Telegram documents.</param>
internal sealed record LauncherSettings(IReadOnlyList<string> BotIds, IReadOnlyList<string> ChatTypes)
{
    private static readonly TelegramChatType[] AllChatTypes =
        [TelegramChatType.Sender, TelegramChatType.Private, TelegramChatType.Group, TelegramChatType.Supergroup, TelegramChatType.Channel];

    public static LauncherSettings Of(LaunchFactory launches) => new(
        [.. launches.BotIds.Select(id => $"{id}")],
        [.. AllChatTypes.Select(type => type.Value)]);
}
