using System.Text.Json.Serialization;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// The kind of a chat: the value of <c>chat_type</c>, and of <c>type</c> inside <c>chat</c>. A kind that Telegram has not documented is
/// kept as it is.
/// </summary>
[JsonConverter(typeof(TolerantOpenValueJsonConverter<TelegramChatType>))]
public readonly record struct TelegramChatType : IOpenValue<TelegramChatType>
{
    private readonly string? _value;

    /// <summary>The kind of that name.</summary>
    /// <param name="value">Telegram's name for it, compared ordinally.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    public TelegramChatType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length > 0 ? value : null;
    }

    /// <summary>A private chat with the user who opened the link: <c>sender</c>.</summary>
    public static TelegramChatType Sender => new("sender");

    /// <summary>Another private chat: <c>private</c>.</summary>
    public static TelegramChatType Private => new("private");

    /// <summary>A group: <c>group</c>.</summary>
    public static TelegramChatType Group => new("group");

    /// <summary>A supergroup: <c>supergroup</c>.</summary>
    public static TelegramChatType Supergroup => new("supergroup");

    /// <summary>A channel: <c>channel</c>.</summary>
    public static TelegramChatType Channel => new("channel");

    /// <summary>Telegram's name for the kind; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Telegram's name for the kind.</summary>
    public override string ToString() => Value;

    static TelegramChatType IOpenValue<TelegramChatType>.Create(string value) => new(value);
}
