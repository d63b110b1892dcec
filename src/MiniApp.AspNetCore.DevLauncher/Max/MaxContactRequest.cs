using MiniApp.AspNetCore.DevLauncher;

namespace MaxMiniApp.AspNetCore.DevLauncher;

/// <summary>What the user shares by <c>requestContact</c>.</summary>
internal sealed class MaxContactRequest : ContactRequest
{
    /// <inheritdoc cref="MaxLaunchRequest.Bot"/>
    public int? Bot { get; set; }

    public string PhoneNumber { get; set; } = "";

    public override string? FindFault() => base.FindFault() ?? FindFaultOf(PhoneNumber);
}
