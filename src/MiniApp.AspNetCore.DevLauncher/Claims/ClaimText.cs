namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>A claim.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Value">Its value.</param>
internal sealed record ClaimText(string Type, string Value);
