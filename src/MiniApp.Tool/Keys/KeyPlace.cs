namespace MiniApp.Tool.Keys;

/// <summary>Where the key is by the options: at most one of these is set, and with none it is where an application has it.</summary>
/// <param name="IsStandardInput">On the first line of standard input.</param>
/// <param name="Project">In the user secrets of the project at this path.</param>
/// <param name="UserSecretsId">In the user secrets of this id.</param>
internal sealed record KeyPlace(bool IsStandardInput, string? Project, string? UserSecretsId);
