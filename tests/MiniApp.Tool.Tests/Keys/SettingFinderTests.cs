namespace MiniApp.Tool.Tests.Keys;

public sealed class SettingFinderTests : IDisposable
{
    private const string VkSecrets =
        $$"""{ "Authentication:Schemes:VkMiniApp:AppId": 6736218, "Authentication:Schemes:VkMiniApp:AppSecret": "{{Example.VkKey}}" }""";
    private const string OtherSecrets =
        """{ "Authentication": { "Schemes": { "VkMiniApp": { "AppId": 5, "AppSecret": "another key" } } } }""";

    private readonly TestTool _tool = new(withKeys: false);

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_user_secrets_of_the_project_in_the_current_directory_are_found()
    {
        _tool.AddProject("Backend.csproj", "backend");
        _tool.AddUserSecrets("backend", VkSecrets);

        Assert.StartsWith("""{"line":1,"ok":true""", Verify().Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_comes_before_the_user_secrets_as_in_an_application()
    {
        _tool.AddProject("Backend.csproj", "backend");
        _tool.AddUserSecrets("backend", OtherSecrets);
        Assert.Contains("\"reason\":\"unknown_app\"", Verify().Output, StringComparison.Ordinal);

        _tool.Environment["Authentication__Schemes__VkMiniApp__AppId"] = "6736218";
        Assert.Contains("\"reason\":\"invalid_signature\"", Verify().Output, StringComparison.Ordinal);

        _tool.Environment["Authentication__Schemes__VkMiniApp__AppSecret"] = Example.VkKey;
        Assert.Contains("\"ok\":true", Verify().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--project", "src/Backend")]
    [InlineData("--project", "src/Backend/Backend.csproj")]
    [InlineData("--user-secrets-id", "backend")]
    public void User_secrets_that_are_named_are_the_only_place(string option, string value)
    {
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppId"] = "5";
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppSecret"] = "another key";
        _tool.AddProject("src/Backend/Backend.csproj", "backend");
        _tool.AddUserSecrets("backend", VkSecrets);

        Assert.Contains("\"ok\":true", Verify(option, value).Good(), StringComparison.Ordinal);
    }

    private ToolResult Verify(params string[] options) => _tool.RunOn(Example.Sign("vk"), ["verify", .. options]);
}
