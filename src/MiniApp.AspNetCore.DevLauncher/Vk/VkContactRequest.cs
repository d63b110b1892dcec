using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What the user shares by <c>VKWebAppGetPhoneNumber</c> or <c>VKWebAppGetEmail</c>.</summary>
internal sealed class VkContactRequest : ContactRequest
{
    private const int LongestEmail = 256;

    /// <summary>The app; <see langword="null"/> for the scheme's first.</summary>
    public long? AppId { get; set; }

    public VkContactField Field { get; set; }

    /// <summary>The phone number or the address, in the spelling that is signed.</summary>
    public string Value { get; set; } = "";

    public override string? FindFault() =>
        base.FindFault() is { } fault ? fault
        : Kind is ContactKind.Aged or ContactKind.DatedAhead ? "VK signs no time with a contact."
        : Field == VkContactField.PhoneNumber ? FindFaultOf(Value)
        : Value.Length is 0 or > LongestEmail ? $"An address has 1 to {LongestEmail} characters."
        : null;
}
