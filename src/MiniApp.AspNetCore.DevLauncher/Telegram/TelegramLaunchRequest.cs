using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>A launch of Telegram, as the page sends it.</summary>
internal sealed class TelegramLaunchRequest : LaunchRequest
{
    public const int LongestText = 512;

    // Telegram tells an id of the chat wherever it tells its kind.
    private const string ChatInstance = "8000000000000000001";

    // And a session's id where it tells none: where the app was opened by a button.
    private const string QueryId = "AAEAAAAAAAAAAAEAAAAAAAAA";

    /// <summary>The bot; <see langword="null"/> for the scheme's first whose key is known.</summary>
    public long? BotId { get; set; }

    public string FirstName { get; set; } = "";

    public string? LastName { get; set; }

    public string? Username { get; set; }

    public string? LanguageCode { get; set; }

    public string? PhotoUrl { get; set; }

    public bool IsPremium { get; set; }

    public bool AllowsWriteToPm { get; set; }

    public string? ChatType { get; set; }

    public string? StartParam { get; set; }

    public override string? FindFault() =>
        base.FindFault() is { } fault ? fault
        : new[] { FirstName, LastName, Username, LanguageCode, PhotoUrl, ChatType, StartParam }.Any(text => text?.Length > LongestText) ? "A text is too long."
        : null;

    public TelegramInitDataDescriptor ToDescriptor(DateTimeOffset authDate) => new()
    {
        User = UserId > 0 ? ToUser(UserId.Value) : null,
        AuthDate = authDate,
        QueryId = ChatType is null ? QueryId : null,
        ChatType = ChatType is { } type ? new TelegramChatType(type) : null,
        ChatInstance = ChatType is null ? null : ChatInstance,
        StartParam = StartParam,
    };

    private TelegramUser ToUser(long id) => new()
    {
        Id = id,
        FirstName = FirstName,
        LastName = LastName,
        Username = Username,
        LanguageCode = LanguageCode,
        PhotoUrl = PhotoUrl,
        IsPremium = IsPremium,
        AllowsWriteToPm = AllowsWriteToPm,
    };
}
