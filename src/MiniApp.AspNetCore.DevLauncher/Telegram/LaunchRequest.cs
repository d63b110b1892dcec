using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>The opening of a mini app that the developer picked, as the page sends it.</summary>
/// <remarks>
/// The generated reader of JSON keeps defaults only where there is a setter, and refuses <see langword="null"/> only where no member is
/// required: the tests hold both.
/// </remarks>
internal sealed class LaunchRequest
{
    private const int LongestText = 512;

    // Telegram tells an id of the chat wherever it tells its kind.
    private const string ChatInstance = "8000000000000000001";

    /// <summary>The bot; <see langword="null"/> for the scheme's first whose key is known.</summary>
    public long? BotId { get; set; }

    /// <summary>The user; 0 for nobody.</summary>
    public long? UserId { get; set; }

    public LaunchKind Kind { get; set; }

    /// <summary>How long ago an <see cref="LaunchKind.Aged"/> launch was signed; below 0 for one dated ahead.</summary>
    public long AgeSeconds { get; set; }

    public string FirstName { get; set; } = "";

    public string? LastName { get; set; }

    public string? Username { get; set; }

    public string? LanguageCode { get; set; }

    public bool IsPremium { get; set; }

    public bool AllowsWriteToPm { get; set; }

    public string? ChatType { get; set; }

    public string? StartParam { get; set; }

    /// <summary>The first setting that can't be worked with, in words, or <see langword="null"/>.</summary>
    public string? FindFault() =>
        UserId is null or < 0 ? "The user's id must be there, and not negative."
        : new[] { FirstName, LastName, Username, LanguageCode, ChatType, StartParam }.Any(text => text?.Length > LongestText) ? "A text is too long."
        : null;

    public TelegramInitDataDescriptor ToDescriptor(DateTimeOffset authDate) => new()
    {
        User = UserId > 0 ? ToUser(UserId.Value) : null,
        AuthDate = authDate,
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
        IsPremium = IsPremium,
        AllowsWriteToPm = AllowsWriteToPm,
    };
}
