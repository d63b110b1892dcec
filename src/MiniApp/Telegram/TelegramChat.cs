using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// A chat, as the field <c>chat</c> describes it (<see href="https://core.telegram.org/bots/webapps#webappchat">Telegram's page</see>).
/// </summary>
/// <inheritdoc/>
public sealed class TelegramChat : InitDataChat
{
    /// <summary>The kind of chat: <c>type</c>.</summary>
    public TelegramChatType Type { get; init; }

    /// <summary>The title: <c>title</c>. Empty where there is none.</summary>
    [AllowNull]
    public string Title { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The chat's user name, without the <c>@</c>: <c>username</c>.</summary>
    public string? Username { get; init; }

    /// <summary>The address of the chat's picture, <c>.jpeg</c> or <c>.svg</c>: <c>photo_url</c>.</summary>
    public string? PhotoUrl { get; init; }
}
