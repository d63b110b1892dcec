namespace MiniApp.Tool.Tests.Keys;

public sealed class CredentialFinderTests : IDisposable
{
    private const string VkSecrets =
        $$"""{ "Authentication:Schemes:VkMiniApp:AppId": 6736218, "Authentication:Schemes:VkMiniApp:AppSecret": "{{Example.VkKey}}" }""";

    private readonly TestTool _tool = new(withKeys: false);

    public void Dispose() => _tool.Dispose();

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
            "error: The first line of standard input is not a key. | hint: --secret-stdin takes the key from the first line, and the tokens from the lines after it.",
            _tool.RunOn(input == "too long" ? new string('x', 8193) : input, "verify", "--secret-stdin").Wrong());

    [Fact]
    public void An_option_says_the_id_louder_than_any_setting()
    {
        _tool.AddUserSecrets("backend", VkSecrets);

        Assert.Contains("\"reason\":\"unknown_app\"", Verify("--user-secrets-id", "backend", "--app-id", "5").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("telegram", "no colon", "A bot token is the bot's id, a colon and more, as BotFather gives it.")]
    [InlineData("max", "white space", "A bot token has no white space in it; it is on MAX's platform for partners.")]
    public void A_key_of_another_form_is_refused_without_being_repeated(string platform, string key, string hint)
    {
        var complaint = $"error: The key (first line of standard input) is not a bot token. | hint: {hint}";
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
            "error: The app id (environment variable Authentication__Schemes__VkMiniApp__AppId) is not a whole number above 0. | hint: Correct it, or give --app-id.",
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
