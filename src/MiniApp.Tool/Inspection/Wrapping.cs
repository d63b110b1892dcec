namespace MiniApp.Tool.Inspection;

/// <summary>A text that was found inside another.</summary>
/// <param name="Token">The text inside.</param>
/// <param name="Around">What was around it, the outermost first.</param>
internal sealed record Wrapping(string Token, IReadOnlyList<string> Around);
