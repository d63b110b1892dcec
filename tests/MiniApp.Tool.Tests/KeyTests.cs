namespace MiniApp.Tool.Tests;

public sealed class KeyTests : IDisposable
{
    private const string VkSecrets =
        $$"""{ "Authentication:Schemes:VkMiniApp:AppId": 6736218, "Authentication:Schemes:VkMiniApp:AppSecret": "{{Example.VkKey}}" }""";
    private const string OtherSecrets =
        """{ "Authentication": { "Schemes": { "VkMiniApp": { "AppId": 5, "AppSecret": "another key" } } } }""";

    private readonly TestTool _tool = new(withKeys: false);

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("vk", "protected key", "VkMiniApp", "AppSecret", "")]
    [InlineData("telegram", "bot token", "TelegramMiniApp", "BotToken", " --bot-id alone is enough to judge by Telegram's own signature.")]
    [InlineData("max", "bot token", "MaxMiniApp", "BotToken", "")]
    public void Without_a_key_the_hint_says_where_to_put_it(string platform, string key, string scheme, string setting, string more)
    {
        var title = platform switch { "vk" => "VK", "max" => "MAX", _ => "Telegram" };
        var complaint = $"error: There is no {key} for {title}. | "
            + $"hint: Set the environment variable Authentication__Schemes__{scheme}__{setting} or the user secret "
            + $"Authentication:Schemes:{scheme}:{setting}, or pipe the key in with --secret-stdin.";

        Assert.Equal(complaint, _tool.Run("sign", "--user-id", "1", "--platform", platform).Wrong());
        Assert.Equal(complaint + more, _tool.RunOn("x", "verify", "--platform", platform).Wrong());
    }

    [Fact]
    public void Without_an_app_id_nothing_of_vk_is_signed_or_verified()
    {
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppSecret"] = Example.VkKey;
        const string Complaint = "error: There is no app id. | hint: Give --app-id, or set the environment variable "
            + "Authentication__Schemes__VkMiniApp__AppId or the user secret Authentication:Schemes:VkMiniApp:AppId.";

        Assert.Equal(Complaint, _tool.Run("sign", "--user-id", "1").Wrong());
        Assert.Equal(Complaint, _tool.RunOn("x", "verify").Wrong());
        Assert.StartsWith("""{"line":1,"ok":true""", Verify("--app-id", "6736218").Good(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vk", Example.VkKey)]
    [InlineData("telegram", Example.TelegramKey)]
    [InlineData("max", Example.MaxKey)]
    public void A_key_is_taken_from_the_first_line_of_standard_input_and_tokens_from_the_others(string platform, string key)
    {
        string[] id = platform == "vk" ? ["--app-id", "6736218"] : [];
        string[] options = ["--platform", platform, "--secret-stdin", .. id];
        var query = _tool.RunOn(key + "\r\n", ["sign", "--user-id", "42", .. options]).Good();

        Assert.Equal(Example.Sign(platform).Split('&').Length, query.Split('&').Length);
        Assert.StartsWith("""{"line":1,"ok":true,"userId":42""", _tool.RunOn($"{key}\n{query}", ["verify", .. options]).Good(), StringComparison.Ordinal);
        Assert.Contains("Verdict      good", _tool.RunOn($"{key}\n{query}", ["inspect", .. options]).Good(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("too long")]
    public void A_first_line_that_is_no_key_is_refused(string input) =>
        Assert.Equal(
            "error: The first line of standard input is no key. | hint: --secret-stdin takes the key from there, and tokens from the lines behind it.",
            _tool.RunOn(input == "too long" ? new string('x', 8193) : input, "verify", "--secret-stdin").Wrong());

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

    [Fact]
    public void An_option_says_the_id_louder_than_any_setting()
    {
        _tool.AddUserSecrets("backend", VkSecrets);

        Assert.Contains("\"reason\":\"unknown_app\"", Verify("--user-secrets-id", "backend", "--app-id", "5").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "There is no project at *.", "--project takes a project file, or a folder with one in it.")]
    [InlineData("two", "There are several projects in *.", "Give --project the file of one of them.")]
    [InlineData("bare", "App.csproj names no user secrets.", "Make some by 'dotnet user-secrets init', or name them by --user-secrets-id.")]
    [InlineData("computed", "App.csproj names no user secrets.", "Make some by 'dotnet user-secrets init', or name them by --user-secrets-id.")]
    [InlineData("broken", "App.csproj names no user secrets.", "Make some by 'dotnet user-secrets init', or name them by --user-secrets-id.")]
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

    [Fact]
    public void User_secrets_without_the_key_are_told_apart_from_those_that_cannot_be_read()
    {
        _tool.AddUserSecrets("empty", "{}");
        _tool.AddUserSecrets("broken", $$"""{ "Authentication:Schemes:VkMiniApp:AppSecret": "{{Example.VkKey}}" """);

        Assert.Equal(
            "error: The user secrets empty hold no protected key for VK. | "
                + "hint: Set it by 'dotnet user-secrets set Authentication:Schemes:VkMiniApp:AppSecret ...'.",
            Verify("--user-secrets-id", "empty").Wrong());
        Assert.Equal(
            Verify("--user-secrets-id", "empty").Wrong().Replace("empty", "absent", StringComparison.Ordinal),
            Verify("--user-secrets-id", "absent").Wrong());
        Assert.Equal(
            "error: The user secrets broken can't be read. | hint: 'dotnet user-secrets list' tells what is wrong with them.",
            Verify("--user-secrets-id", "broken").Wrong());
    }

    [Theory]
    [InlineData("telegram", "no colon", "A bot token is the bot's id, a colon and more, as BotFather gives it.")]
    [InlineData("max", "white space", "A bot token has no white space in it; it is on MAX's platform for partners.")]
    public void A_key_of_another_form_is_refused_without_being_repeated(string platform, string key, string hint)
    {
        var complaint = $"error: The key (first line of standard input) is no bot token. | hint: {hint}";
        string[] options = ["--platform", platform, "--secret-stdin"];

        Assert.Equal(complaint, _tool.RunOn(key, ["sign", "--user-id", "1", .. options]).Wrong());
        Assert.Equal(complaint, _tool.RunOn($"{key}\nx", ["verify", .. options]).Wrong());
        Assert.Equal(complaint, _tool.RunOn($"{key}\nx", ["inspect", .. options]).Wrong());
    }

    [Fact]
    public void A_blank_key_is_refused() =>
        Assert.Equal(
            "error: The protected key is blank. | hint: It is in the app's settings at VK.",
            _tool.RunOn("  \nx", "verify", "--app-id", "1", "--secret-stdin").Wrong());

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("my key")]
    [InlineData("99999999999999999999")]
    public void An_id_that_is_none_is_refused_without_being_repeated(string id)
    {
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppId"] = id;
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppSecret"] = Example.VkKey;

        Assert.Equal(
            "error: The app id (environment variable Authentication__Schemes__VkMiniApp__AppId) is no number above 0. | hint: Set it right, or give --app-id.",
            Verify().Wrong());
    }

    [Fact]
    public void The_id_beside_a_key_that_says_it_itself_is_not_looked_at()
    {
        _tool.Environment["Authentication__Schemes__TelegramMiniApp__BotToken"] = Example.TelegramKey;
        _tool.Environment["Authentication__Schemes__TelegramMiniApp__BotId"] = "no id";

        Assert.Contains("\"ok\":true", _tool.RunOn(Example.Sign("telegram"), "verify", "--platform", "telegram").Good(), StringComparison.Ordinal);
    }

    private ToolResult Verify(params string[] options) => _tool.RunOn(Example.Sign("vk"), ["verify", .. options]);
}
