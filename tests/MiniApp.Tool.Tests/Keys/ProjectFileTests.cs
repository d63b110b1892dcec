using MiniApp.Tool.Keys;

namespace MiniApp.Tool.Tests.Keys;

public sealed class ProjectFileTests : IDisposable
{
    private readonly TestTool _tool = new(withKeys: false);

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("nothing", "There is no project at *.", "--project takes a project file, or a folder with one in it.")]
    [InlineData("two", "There are several projects in *.", "Give --project the file of one of them.")]
    [InlineData("gone/App.csproj", "There is no project at *.", "--project takes a project file, or a folder with one in it.")]
    [InlineData("empty/App.csproj", "* cannot be read.", "It is empty, or not a regular file.")]
    [InlineData("broken/App.csproj", "* cannot be read.", "It is not XML.")]
    [InlineData("laughing/App.csproj", "* cannot be read.", "It is not XML.")]
    [InlineData("huge/App.csproj", "* cannot be read.", "It is longer than 1 MiB.")]
    public void A_project_that_cannot_be_read_is_refused(string folder, string complaint, string hint)
    {
        _tool.AddProject("two/A.csproj", "a");
        _tool.AddProject("two/B.fsproj", "b");
        _tool.AddFile("empty/App.csproj", "");
        _tool.AddFile("laughing/App.csproj", "<!DOCTYPE p [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><Project>&b;</Project>");
        _tool.AddFile("huge/App.csproj", $"<Project>{new string(' ', 1024 * 1024)}</Project>");
        _tool.AddFile("broken/App.csproj", "<Project");

        Assert.Equal(
            $"error: {complaint} | hint: {hint}",
            Verify("--project", folder).Wrong().Replace(Path.Combine(_tool.Folder, folder), "*", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<Project />")]
    [InlineData("<Project><UserSecretsId>$(Name)</UserSecretsId></Project>")]
    [InlineData("<Project><UserSecretsId> </UserSecretsId></Project>")]
    public void A_project_that_names_no_user_secrets_has_its_other_settings(string project)
    {
        _tool.AddFile("App/App.csproj", project);
        Assert.StartsWith("error: There is no protected key for VK.", Verify("--project", "App").Wrong(), StringComparison.Ordinal);

        _tool.AddFile("App/appsettings.json", $$"""{ "Authentication:Schemes:VkMiniApp:Apps:6736218": "{{Example.VkKey}}" }""");
        Assert.Contains("\"ok\":true", Verify("--project", "App").Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_deep_elements_is_read_to_its_end()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 20_000)) + "<UserSecretsId>backend</UserSecretsId>" + string.Concat(Enumerable.Repeat("</a>", 20_000));
        _tool.AddFile("App.csproj", deep);
        _tool.AddUserSecrets("backend", $$"""{ "Authentication:Schemes:VkMiniApp:Apps:6736218": "{{Example.VkKey}}" }""");

        Assert.Contains("\"ok\":true", Verify().Good(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_with_elements_inside_is_none_and_they_take_no_minutes_however_deep_they_are()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 140_000)) + string.Concat(Enumerable.Repeat("</a>", 140_000));
        _tool.AddFile("App.csproj", $"<Project><UserSecretsId>before</UserSecretsId><UserSecretsId>{deep}</UserSecretsId></Project>");

        var project = await Task.Run(() => ProjectFile.Open(Path.Combine(_tool.Folder, "App.csproj"))).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(("App", null), (project.Name, project.UserSecretsId));
    }

    [Theory]
    [InlineData("<UserSecretsId> a </UserSecretsId>", "a")]
    [InlineData("<UserSecretsId>a<!-- b -->c<![CDATA[d]]></UserSecretsId>", "acd")]
    [InlineData("<UserSecretsId>a</UserSecretsId><UserSecretsId>b</UserSecretsId><Other>c</Other>", "b")]
    [InlineData("<UserSecretsId>a</UserSecretsId><UserSecretsId />", null)]
    [InlineData("<UserSecretsId>a</UserSecretsId><UserSecretsId> </UserSecretsId>", null)]
    [InlineData("<UserSecretsId>a</UserSecretsId><UserSecretsId>$(Name)</UserSecretsId>", null)]
    [InlineData("<UserSecretsId>a<b>c</b>d</UserSecretsId>", null)]
    [InlineData("<a xmlns='x'><UserSecretsId>b</UserSecretsId></a>", "b")]
    public void The_last_id_is_the_one_that_counts(string properties, string? id)
    {
        _tool.AddFile("App.csproj", $"<Project>{properties}</Project>");

        Assert.Equal(id, ProjectFile.Open(_tool.Folder).UserSecretsId);
    }

    [Fact]
    public void A_project_that_is_no_name_where_there_is_no_directory_is_none() => Assert.Equal(
        "error: There is no project at . | hint: --project takes a project file, or a folder with one in it.",
        TestTool.RunNowhere(Example.Environment, Example.Sign("vk"), "verify", "--project", "").Wrong());

    [Fact]
    public void A_project_in_the_current_directory_that_names_no_user_secrets_is_no_fault()
    {
        _tool.AddFile("App.csproj", "<Project");

        Assert.StartsWith("error: There is no protected key for VK.", Verify().Wrong(), StringComparison.Ordinal);
    }

    private ToolResult Verify(params string[] options) => _tool.RunOn(Example.Sign("vk"), ["verify", .. options]);
}
