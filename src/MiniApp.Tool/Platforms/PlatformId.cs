namespace MiniApp.Tool.Platforms;

/// <summary>The id of what a key belongs to: of an app, or of a bot.</summary>
/// <param name="Name">What it is called in a sentence.</param>
/// <param name="Option">The option that gives it.</param>
/// <param name="Setting">Where an application has it in its configuration.</param>
/// <param name="Field">What it is called in a line that verify writes.</param>
/// <param name="IsInKey">Whether the key contains it as well.</param>
/// <param name="Parameter">The parameter of a token that names it; <see langword="null"/> where tokens do not.</param>
internal sealed record PlatformId(string Name, string Option, string Setting, string Field, bool IsInKey, string? Parameter);
