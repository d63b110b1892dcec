using MiniApp.AspNetCore.DevLauncher;

namespace MaxMiniApp.AspNetCore.DevLauncher;

/// <summary>A launch of MAX, as the page sends it.</summary>
internal sealed class MaxLaunchRequest : LaunchRequest
{
    private const int LongestText = 512;

    // MAX tells who asks from where, and which session it is, in every launch that is known.
    private const string Ip = "127.0.0.1";
    private const string QueryId = "00000000-0000-4000-8000-000000000001";

    /// <summary>The bot by its place in the scheme, from 1; <see langword="null"/> for the first. Nothing but a token names a bot.</summary>
    public int? Bot { get; set; }

    public string FirstName { get; set; } = "";

    public string? LastName { get; set; }

    public string? Username { get; set; }

    public string? LanguageCode { get; set; }

    public string? PhotoUrl { get; set; }

    /// <summary>The chat that the app is opened in; <see langword="null"/> for none.</summary>
    public long? ChatId { get; set; }

    public string? ChatType { get; set; }

    public string? StartParam { get; set; }

    public override string? FindFault() =>
        base.FindFault() is { } fault ? fault
        : new[] { FirstName, LastName, Username, LanguageCode, PhotoUrl, ChatType, StartParam }.Any(text => text?.Length > LongestText)
            ? "A text is too long."
        : null;

    public MaxInitDataDescriptor ToDescriptor(DateTimeOffset authDate) => new()
    {
        User = UserId > 0 ? ToUser(UserId.Value) : null,
        AuthDate = authDate,
        QueryId = QueryId,
        Ip = Ip,
        Chat = ChatId is { } id ? new MaxChat { Id = id, Type = ChatType is { } type ? new MaxChatType(type) : default } : null,
        StartParam = StartParam,
    };

    private MaxUser ToUser(long id) => new()
    {
        Id = id,
        FirstName = FirstName,
        LastName = LastName,
        Username = Username,
        LanguageCode = LanguageCode,
        PhotoUrl = PhotoUrl,
    };
}
