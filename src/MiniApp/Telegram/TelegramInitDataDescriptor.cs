using System.Collections.Frozen;

namespace TelegramMiniApp;

/// <summary>The launch that a <see cref="TelegramInitDataSigner"/> is to sign: what Telegram would say of it.</summary>
public sealed class TelegramInitDataDescriptor
{
    /// <summary>Who opens the mini app; <see langword="null"/> for init data without a user, which no verifier accepts.</summary>
    public required TelegramUser? User { get; init; }

    /// <summary>When the mini app is opened.</summary>
    /// <value><see langword="null"/>: now, by the signer's clock. Whole seconds count.</value>
    public DateTimeOffset? AuthDate { get; init; }

    /// <summary>The session's id.</summary>
    public string? QueryId { get; init; }

    /// <summary>The other side of the private chat in which the app is opened.</summary>
    public TelegramUser? Receiver { get; init; }

    /// <summary>The group or channel in which the app is opened.</summary>
    public TelegramChat? Chat { get; init; }

    /// <summary>The kind of chat in which the app's link is opened.</summary>
    public TelegramChatType? ChatType { get; init; }

    /// <summary>An id of the chat in which the app's link is opened.</summary>
    public string? ChatInstance { get; init; }

    /// <summary>What the app's link carries.</summary>
    public string? StartParam { get; init; }

    /// <summary>After how long a message can be sent. Whole seconds count.</summary>
    public TimeSpan? CanSendAfter { get; init; }

    /// <summary>
    /// Fields beyond these, by their full names. They replace what the other properties say, and the <c>signature</c> that the signer
    /// would make, so that a test can sign what Telegram never would.
    /// </summary>
    public IReadOnlyDictionary<string, string> Additional { get; init; } = FrozenDictionary<string, string>.Empty;
}
