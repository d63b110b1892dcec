using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace House.Tests;

/// <summary>What a project may take from others.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string> Friends = new(StringComparer.Ordinal)
    {
        ["MiniApp -> MiniApp.Tool"] = "The tool is packed with the library inside, so the two are never of different versions.",
    };

    private static readonly Dictionary<string, string> Linked = new(StringComparer.Ordinal)
    {
        ["tests/CompiledAhead/CompiledAhead.csproj"] = "The same handlers are compiled for reflection and ahead: that is what is compared.",
        ["tests/MiniApp.AspNetCore.Tests/MiniApp.AspNetCore.Tests.csproj"] = "The metrics are tested with a launch for every refusal of VK.",
    };

    [Fact]
    public void A_package_works_with_what_others_promise() => Rule.Holds(
        from project in Tree.ProjectsIn("src")
        from friend in project.Friends
        where Tree.ProjectsIn("src").Any(other => other.Name == friend)
        select ($"{project.Name} -> {friend}", "sees its internals, which may change with any version"), Friends);

    [Fact]
    public void Friends_are_named_in_project_files_only() => Rule.Holds(
        from file in SourceCode.Files
        from attribute in file.GetRoot().DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString().Contains("InternalsVisibleTo", StringComparison.Ordinal)
        select (file.FilePath, "names a friend"));

    [Fact]
    public void A_source_file_is_compiled_by_the_project_it_is_in() => Rule.Holds(
        from room in new[] { "src", "samples", "tests", "bench", "fuzz" }
        from project in Tree.ProjectsIn(room)
        from source in project.LinkedSources
        select (project.Path, $"compiles {source}"), Linked);

    [Fact]
    public void A_sample_with_settings_of_Development_is_run_there() => Rule.Holds(
        from project in Tree.ProjectsIn("samples")
        let folder = Tree.FolderOf(project.Path)
        let profile = $"{folder}/Properties/launchSettings.json"
        where Tree.Files.Contains($"{folder}/appsettings.Development.json", StringComparer.Ordinal)
            && !(Tree.Files.Contains(profile, StringComparer.Ordinal)
                && File.ReadAllText(Path.Combine(Repository.Root, profile)).Contains("\"ASPNETCORE_ENVIRONMENT\": \"Development\"", StringComparison.Ordinal))
        select (project.Path, "has no launch profile with that environment: dotnet run would not find its settings"));
}
