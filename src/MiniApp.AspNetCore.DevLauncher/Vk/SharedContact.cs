namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What the bridge answers beside the phone number or the address itself.</summary>
/// <param name="Sign">The signature.</param>
internal sealed record SharedContact(string Sign);
