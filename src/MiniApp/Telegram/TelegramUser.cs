using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// A user, as the field <c>user</c> or <c>receiver</c> describes one
/// (<see href="https://core.telegram.org/bots/webapps#webappuser">Telegram's page</see>). Only the id stays the same: users change
/// their names, user name and picture.
/// </summary>
/// <inheritdoc/>
public sealed class TelegramUser : InitDataUser
{
    /// <summary>A user of whom nothing is known yet.</summary>
    public TelegramUser()
    {
    }

    [SetsRequiredMembers]
    internal TelegramUser(in UserMembers members)
        : base(members)
    {
    }

    /// <summary>Whether this is a bot: <c>is_bot</c>, in <c>receiver</c> only.</summary>
    public bool IsBot { get; init; }

    /// <summary>Whether the user has Telegram Premium: <c>is_premium</c>.</summary>
    public bool IsPremium { get; init; }

    /// <summary>Whether the user has the bot in the attachment menu: <c>added_to_attachment_menu</c>.</summary>
    public bool AddedToAttachmentMenu { get; init; }

    /// <summary>Whether the user allowed the bot to write: <c>allows_write_to_pm</c>.</summary>
    public bool AllowsWriteToPm { get; init; }
}
