namespace House.Tests;

/// <summary>The solution shows the tree.</summary>
public sealed class SolutionTests
{
    private static IEnumerable<ProjectFile> Projects => new[] { "src", "samples", "tests", "bench", "fuzz" }.SelectMany(Tree.ProjectsIn);

    [Fact]
    public void Each_project_is_in_the_solution_folder_that_its_own_folder_is_in() => Rule.Holds(
        from project in Projects
        let expected = Tree.FolderOf(Tree.FolderOf(project.Path))
        let actual = SolutionFile.FolderOfProject.GetValueOrDefault(project.Path, "no folder of the solution")
        where actual != expected
        select (project.Path, $"is in {actual}, not in {expected}"));

    [Fact]
    public void Each_project_of_the_solution_is_in_the_tree() =>
        Assert.Empty(SolutionFile.FolderOfProject.Keys.Except(Projects.Select(project => project.Path), StringComparer.Ordinal));

    [Fact]
    public void A_project_is_named_like_its_folder() => Rule.Holds(
        from project in Projects
        where !project.Path.EndsWith($"/{project.Name}/{project.Name}.csproj", StringComparison.Ordinal)
        select (project.Path, "is named otherwise than its folder"));
}
