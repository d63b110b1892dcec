namespace MiniApp.Tool.Keys;

/// <summary>Where the settings are by the options; with none of these, where the application in the current directory has them.</summary>
/// <param name="IsKeyOnInput">Whether the key is on the first line of standard input, whatever the settings say.</param>
/// <param name="Project">The application's project, by its file or folder.</param>
/// <param name="UserSecretsId">The id of user secrets that are the only place.</param>
/// <param name="Environment">The name of the application's environment.</param>
/// <param name="Scheme">The scheme's name.</param>
internal sealed record KeyPlace(bool IsKeyOnInput, string? Project, string? UserSecretsId, string? Environment, string? Scheme);
