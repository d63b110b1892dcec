namespace MiniApp.Tool.Platforms;

/// <summary>The id of what a key belongs to: of an app, or of a bot.</summary>
/// <param name="Name">What it is called in a sentence.</param>
/// <param name="Option">The option that gives it.</param>
/// <param name="Setting">The setting that has it.</param>
/// <param name="Group">The setting that has several, with their keys.</param>
/// <param name="Field">What it is called in a line that verify writes.</param>
/// <param name="IsEnough">Whether tokens can be judged by it without a key; the key contains it then.</param>
/// <param name="Parameter">The parameter of a token that names it; <see langword="null"/> where tokens do not.</param>
internal sealed record PlatformId(
    string Name, string Option, string Setting, string Group, string Field, bool IsEnough, string? Parameter);
