using System.Diagnostics.CodeAnalysis;

namespace TelegramMiniApp;

/// <summary>
/// What a user shares by <c>Telegram.WebApp.requestContact</c>: the field <c>contact</c> of the response
/// (<see href="https://core.telegram.org/bots/api#contact">Telegram's page</see> on contacts).
/// </summary>
/// <remarks>A member that is missing, <c>null</c> or of another type than documented reads as absent.</remarks>
public sealed class TelegramContact
{
    /// <summary>Whose contact it is: <c>user_id</c>.</summary>
    public required long UserId { get; init; }

    /// <summary>The phone number as Telegram wrote it, which may or may not begin with a <c>+</c>: <c>phone_number</c>.</summary>
    [AllowNull]
    public string PhoneNumber { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The first name: <c>first_name</c>. Empty where there is none.</summary>
    [AllowNull]
    public string FirstName { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The last name: <c>last_name</c>.</summary>
    public string? LastName { get; init; }
}
