namespace MiniApp.Tool.Keys;

/// <summary>
/// Where an application's settings are in files, in the order of <c>WebApplication.CreateBuilder</c>, of which the later wins: the files in
/// the project's folder, then in Development the user secrets.
/// </summary>
/// <param name="Project">The application's project.</param>
/// <param name="EnvironmentName">The environment that the application runs in.</param>
internal sealed record SettingsPlaces(ProjectFile Project, string EnvironmentName)
{
    /// <summary>The environment that is meant where nobody names one: whoever starts an application by hand develops it.</summary>
    public const string Development = "Development";

    private static readonly string[] EnvironmentNames = ["DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"];

    /// <summary>The names of the files, which need not be there.</summary>
    public IReadOnlyList<string> FileNames { get; } =
    [
        .. new[]
        {
            "appsettings.json",
            $"appsettings.{EnvironmentName}.json",
            $"{Project.Name}.settings.json",
            $"{Project.Name}.settings.{EnvironmentName}.json",
        }.Where(name => Project.Folder.Length > 0 && name[0] != '.'),
    ];

    /// <summary>The id of the user secrets that are read; <see langword="null"/> where none are.</summary>
    public string? UserSecretsId =>
        EnvironmentName.Equals(Development, StringComparison.OrdinalIgnoreCase) ? Project.UserSecretsId : null;

    /// <param name="project">The application's project.</param>
    /// <param name="environmentName">The environment that was named; <see langword="null"/> where none was.</param>
    /// <param name="defaultEnvironment">The one that is meant where neither an option nor a variable names one.</param>
    /// <param name="variables">The environment variables.</param>
    public static SettingsPlaces Of(
        ProjectFile project, string? environmentName, string defaultEnvironment, IReadOnlyDictionary<string, string> variables) => new(
        project,
        environmentName ?? EnvironmentNames
            .Select(name => variables.GetValueOrDefault(name))
            .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name), defaultEnvironment)!);
}
