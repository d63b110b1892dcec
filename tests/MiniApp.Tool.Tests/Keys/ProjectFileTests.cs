namespace MiniApp.Tool.Tests.Keys;

public sealed class ProjectFileTests : IDisposable
{
    private readonly TestTool _tool = new(withKeys: false);

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("nothing", "There is no project at *.", "--project takes a project file, or a folder with one in it.")]
    [InlineData("two", "There are several projects in *.", "Give --project the file of one of them.")]
    [InlineData("bare", "App.csproj has no UserSecretsId.", "Add one with 'dotnet user-secrets init', or give it with --user-secrets-id.")]
    [InlineData("computed", "App.csproj has no UserSecretsId.", "Add one with 'dotnet user-secrets init', or give it with --user-secrets-id.")]
    [InlineData("broken", "App.csproj has no UserSecretsId.", "Add one with 'dotnet user-secrets init', or give it with --user-secrets-id.")]
    public void A_project_that_names_no_user_secrets_is_refused(string folder, string complaint, string hint)
    {
        _tool.AddProject("two/A.csproj", "a");
        _tool.AddProject("two/B.fsproj", "b");
        _tool.AddFile("bare/App.csproj", "<Project />");
        _tool.AddFile("computed/App.csproj", "<Project><UserSecretsId>$(Name)</UserSecretsId></Project>");
        _tool.AddFile("broken/App.csproj", "<Project");

        Assert.Equal(
            $"error: {complaint} | hint: {hint}",
            Verify("--project", folder).Wrong().Replace(Path.Combine(_tool.Folder, folder), "*", StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_in_the_current_directory_that_names_no_user_secrets_is_no_fault()
    {
        _tool.AddFile("App.csproj", "<Project");

        Assert.StartsWith("error: There is no protected key for VK.", Verify().Wrong(), StringComparison.Ordinal);
    }

    private ToolResult Verify(params string[] options) => _tool.RunOn(Example.Sign("vk"), ["verify", .. options]);
}
