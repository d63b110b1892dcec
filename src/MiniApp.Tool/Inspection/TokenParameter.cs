namespace MiniApp.Tool.Inspection;

/// <summary>A part of a token between two <c>&amp;</c>.</summary>
/// <param name="Name">The name, decoded, or as it is where that cannot be.</param>
/// <param name="Value">The value, likewise; <see langword="null"/> where there is no <c>=</c>.</param>
/// <param name="IsNameBroken">Whether the name cannot be decoded.</param>
/// <param name="IsValueBroken">Whether the value cannot be decoded.</param>
internal sealed record TokenParameter(string Name, string? Value, bool IsNameBroken, bool IsValueBroken);
