using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>What the user shares by <c>requestContact</c>.</summary>
internal sealed class TelegramContactRequest : ContactRequest
{
    /// <summary>The bot; <see langword="null"/> for the scheme's first whose key is known.</summary>
    public long? BotId { get; set; }

    public string PhoneNumber { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string? LastName { get; set; }

    public override string? FindFault() =>
        base.FindFault() is { } fault ? fault
        : FindFaultOf(PhoneNumber) is { } wrong ? wrong
        : FirstName.Length > TelegramLaunchRequest.LongestText || LastName?.Length > TelegramLaunchRequest.LongestText ? "A text is too long."
        : null;

    public TelegramContact ToContact() => new() { UserId = FindOwner(), PhoneNumber = PhoneNumber, FirstName = FirstName, LastName = LastName };
}
