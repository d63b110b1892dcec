namespace MiniApp.Tool.Tests.Keys;

public sealed class SchemeFinderTests : IDisposable
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
    [InlineData("0", "AppId must be above 0.")]
    [InlineData("-1", "AppId must be above 0.")]
    [InlineData("my key", "AppId is not a valid Int64. It is written as decimal digits.")]
    [InlineData("99999999999999999999", "AppId is not a valid Int64. It is written as decimal digits.")]
    public void An_id_that_is_none_is_refused_without_being_repeated(string id, string fault)
    {
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppId"] = id;
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppSecret"] = Example.VkKey;

        Assert.Equal(
            $"error: Authentication scheme 'VkMiniApp': {fault} Fix it in code or in Authentication:Schemes:VkMiniApp. | "
                + "hint: With these settings an application does not start either: it prints the same.",
            Verify().Wrong());
    }

    [Fact]
    public void The_id_beside_a_key_that_is_piped_in_is_not_looked_at()
    {
        _tool.Environment["Authentication__Schemes__TelegramMiniApp__BotId"] = "no id";

        Assert.Contains(
            "\"ok\":true",
            _tool.RunOn($"{Example.TelegramKey}\n{Example.Sign("telegram")}", "verify", "--platform", "telegram", "--secret-stdin").Good(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6736218", "ok")]
    [InlineData("5", "unknown_app")]
    public void An_id_selects_an_app_of_several_with_its_own_keys(string id, string verdict)
    {
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppId"] = "7";
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppSecret"] = "another key";
        _tool.Environment["Authentication__Schemes__VkMiniApp__Apps__6736218"] = Example.VkKey;

        Assert.Equal([verdict], _tool.Verify(Example.Sign("vk"), "--app-id", id), StringComparer.Ordinal);
    }

    [Fact]
    public void A_bot_id_selects_a_bot_of_several_and_without_its_token_telegrams_own_signature_is_judged_by()
    {
        _tool.Environment["Authentication__Schemes__TelegramMiniApp__BotToken"] = "5:another-bot";
        _tool.Environment["Authentication__Schemes__TelegramMiniApp__Bots__0"] = "6:a-third-bot";
        _tool.Environment["Authentication__Schemes__TelegramMiniApp__Bots__1"] = Example.TelegramKey;

        Assert.Equal(["ok"], _tool.Verify(Example.Sign("telegram"), "--platform", "telegram", "--bot-id", "7342037359"), StringComparer.Ordinal);
        Assert.Equal(["invalid_proof"], _tool.Verify(Example.Sign("telegram"), "--platform", "telegram", "--bot-id", "5"), StringComparer.Ordinal);
        Assert.Equal(["missing_proof"], _tool.Verify(Example.Sign("telegram"), "--platform", "telegram", "--bot-id", "8"), StringComparer.Ordinal);
    }

    [Fact]
    public void A_key_that_is_piped_in_is_the_only_one_and_the_other_settings_stay()
    {
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppId"] = "6736218";
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppSecret__0"] = Example.VkKey;
        _tool.Environment["Authentication__Schemes__VkMiniApp__Lifetime"] = "00:01:00";

        Assert.Equal(["invalid_signature"], Verdicts("another key"), StringComparer.Ordinal);
        Assert.Equal(["expired"], Verdicts(Example.VkKey), StringComparer.Ordinal);
        Assert.Equal(["ok"], Verdicts(Example.VkKey, "--lifetime", "01:00:00"), StringComparer.Ordinal);

        string[] Verdicts(string key, params string[] more) =>
            _tool.Verify($"{key}\n{Example.Sign("vk", age: 61)}", ["--secret-stdin", .. more]);
    }

    private ToolResult Verify(params string[] options) => _tool.RunOn(Example.Sign("vk"), ["verify", .. options]);
}
