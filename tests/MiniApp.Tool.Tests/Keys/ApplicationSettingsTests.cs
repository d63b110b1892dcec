namespace MiniApp.Tool.Tests.Keys;

public sealed class ApplicationSettingsTests : IDisposable
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

    [Fact]
    public void User_secrets_that_are_named_are_the_only_place()
    {
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppId"] = "5";
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppSecret"] = "another key";
        _tool.AddFile("appsettings.json", "{ not even json");
        _tool.AddUserSecrets("backend", VkSecrets);

        Assert.Contains("\"ok\":true", Verify("--user-secrets-id", "backend").Good(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/Backend")]
    [InlineData("src/Backend/Backend.csproj")]
    public void A_project_that_is_named_is_read_as_its_application_reads_it(string project)
    {
        _tool.AddProject("src/Backend/Backend.csproj", "backend");
        _tool.AddUserSecrets("backend", VkSecrets);
        Assert.Contains("\"ok\":true", Verify("--project", project).Good(), StringComparison.Ordinal);

        _tool.Environment["Authentication__Schemes__VkMiniApp__AppId"] = "5";
        Assert.Contains("unknown_app", Verify("--project", project).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_place_is_louder_than_the_one_before()
    {
        const string Variable = "Authentication__Schemes__VkMiniApp__AppSecret";
        _tool.AddProject("Backend.csproj", "backend");
        (string Place, Action Write)[] places =
        [
            ($"environment variable ASPNETCORE_{Variable}", () => _tool.Environment[$"ASPNETCORE_{Variable}"] = Example.VkKey),
            ($"environment variable DOTNET_{Variable}", () => _tool.Environment[$"DOTNET_{Variable}"] = Example.VkKey),
            ("appsettings.json", () => _tool.AddFile("appsettings.json", Json(Example.VkKey))),
            ("appsettings.Development.json", () => _tool.AddFile("appsettings.Development.json", Json(Example.VkKey))),
            ("Backend.settings.json", () => _tool.AddFile("Backend.settings.json", Json(Example.VkKey))),
            ("Backend.settings.Development.json", () => _tool.AddFile("Backend.settings.Development.json", Json(Example.VkKey))),
            ("user secrets backend", () => _tool.AddUserSecrets("backend", Json(Example.VkKey))),
            ($"environment variable {Variable}", () => _tool.Environment[Variable] = Example.VkKey),
        ];

        foreach (var (place, write) in places)
        {
            write();

            Assert.Contains(
                $"\nJudged with  {place}\nVerdict      good\n",
                _tool.Run("inspect", Example.Sign("vk"), "--app-id", "6736218").Good(),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "", "Development")]
    [InlineData("Staging", "", "Staging")]
    [InlineData("", "Staging", "Staging")]
    [InlineData("Staging", "Production", "Production")]
    public void The_environment_is_that_of_the_application(string aspNetCore, string dotNet, string name)
    {
        _tool.Environment["ASPNETCORE_ENVIRONMENT"] = aspNetCore;
        _tool.Environment["DOTNET_ENVIRONMENT"] = dotNet;
        _tool.AddProject("Backend.csproj", "backend");
        _tool.AddUserSecrets("backend", """{ "Authentication:Schemes:VkMiniApp:AppId": 7 }""");
        _tool.AddFile("appsettings.json", Json("another key"));
        _tool.AddFile($"appsettings.{name}.json", Json(Example.VkKey));

        Assert.Contains(name == "Development" ? "unknown_app" : "\"ok\":true", Verify().Output, StringComparison.Ordinal);
        Assert.Contains("\"ok\":true", Verify("--environment", name, "--app-id", "6736218").Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_files_may_have_comments_and_a_byte_order_mark()
    {
        _tool.AddFile("appsettings.json", "\ufeff// keys\n" + Json(Example.VkKey).Replace("}", ", }", StringComparison.Ordinal));

        Assert.Contains("\"ok\":true", Verify().Good(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_000, true)]
    [InlineData(5_001, false)]
    [InlineData(80_000, false)]
    public void A_section_has_so_many_settings_and_no_more(int count, bool isRead)
    {
        var others = string.Concat(Enumerable.Range(0, count - 2).Select(index => $"\"{index:x}\":0,"));
        _tool.AddFile("appsettings.json", $$"""{ "Authentication": { "Schemes": { "VkMiniApp": { {{others}} "AppId": 6736218, "AppSecret": "{{Example.VkKey}}" } } } }""");

        AssertRead(isRead, Verify());
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(300_000, false)]
    public void A_setting_is_so_deep_and_no_deeper(int names, bool isRead)
    {
        _tool.AddFile("appsettings.json", Json(Example.VkKey).Replace("\"AppId\"", $"\"a{string.Concat(Enumerable.Repeat(":a", names - 1))}\": 1, \"AppId\"", StringComparison.Ordinal));

        AssertRead(isRead, Verify());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    public void An_empty_group_in_one_place_leaves_what_is_in_it_in_another(string empty)
    {
        _tool.AddFile("appsettings.json", $$"""{ "Authentication:Schemes:VkMiniApp:Apps:6736218": "{{Example.VkKey}}" }""");
        _tool.AddFile("appsettings.Development.json", $$"""{ "Authentication": { "Schemes": { "VkMiniApp": { "Apps": {{empty}} } } } }""");

        Assert.Contains("\"ok\":true", Verify().Good(), StringComparison.Ordinal);
        Assert.Contains("\"ok\":true", Verify("--app-id", "6736218").Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_current_directory_that_is_gone_leaves_the_environment() =>
        Assert.Contains("\"ok\":true", TestTool.RunNowhere(Example.Environment, Example.Sign("vk"), "verify").Good(), StringComparison.Ordinal);

    private static void AssertRead(bool isRead, ToolResult result)
    {
        if (isRead)
        {
            Assert.Contains("\"ok\":true", result.Output, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(
                "error: Authentication:Schemes:VkMiniApp has more than 5000 settings in it, or one that is very deep. | "
                    + "hint: No scheme reads that many: look what is there.",
                result.Wrong());
        }
    }

    private static string Json(string key) =>
        $$"""{ "Authentication": { "Schemes": { "VkMiniApp": { "AppId": 6736218, "AppSecret": "{{key}}" } } } }""";

    private ToolResult Verify(params string[] options) => _tool.RunOn(Example.Sign("vk"), ["verify", .. options]);
}
