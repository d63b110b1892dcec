namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>What the page offers to pick from. No key is in it.</summary>
/// <param name="BotIds">The bots of the scheme whose keys are known, as text.</param>
/// <param name="ChatTypes">The kinds of chats that Telegram documents.</param>
internal sealed record TelegramLauncherSettings(IReadOnlyList<string> BotIds, IReadOnlyList<string> ChatTypes)
{
    private static readonly TelegramChatType[] DocumentedChatTypes =
        [TelegramChatType.Sender, TelegramChatType.Private, TelegramChatType.Group, TelegramChatType.Supergroup, TelegramChatType.Channel];

    public static TelegramLauncherSettings Of(TelegramLaunchSigner signer) => new(
        [.. signer.BotIds.Select(id => $"{id}")],
        [.. DocumentedChatTypes.Select(type => type.Value)]);
}
