namespace MiniApp.Tool.Tests.Platforms;

/// <summary>Settings mean to the tool what they mean to an application.</summary>
public sealed class SchemeOptionsTests : IDisposable
{
    private readonly TestTool _tool = new(withKeys: false);

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("vk", """ "AppId": 6736218, "AppSecret": ["new key", "KEY"] """)]
    [InlineData("vk", """ "AppId": 5, "AppSecret": "another key", "Apps": { "6736218": ["new key", "KEY"], "7": "x" } """)]
    [InlineData("vk", """ "Apps": { "6736218": "KEY" } """)]
    [InlineData("telegram", """ "BotToken": ["7342037359:new", "KEY"] """)]
    [InlineData("telegram", """ "BotToken": "5:another", "Bots": ["6:x", "7342037359:new", "KEY", "8"] """)]
    [InlineData("telegram", """ "Bots": "KEY" """)]
    [InlineData("max", """ "BotToken": ["new", "KEY"] """)]
    [InlineData("max", """ "BotToken": "another", "Bots": ["x", "KEY"] """)]
    public void Every_key_of_a_rotation_and_of_several_apps_verifies(string platform, string settings)
    {
        AddSettings(platform, settings);

        Assert.Equal(["ok"], _tool.Verify(Example.Sign(platform), "--platform", platform), StringComparer.Ordinal);
        Assert.Equal(0, _tool.Run("inspect", "--platform", platform, Example.Sign(platform)).Status);
    }

    [Theory]
    [InlineData("vk", """ "AppId": 6736218, "AppSecret": ["new key", "KEY"] """, "")]
    [InlineData("vk", """ "AppId": 6736218, "AppSecret": "new key", "Apps": { "7": "KEY" } """, "")]
    [InlineData("vk", """ "AppId": 5, "AppSecret": "KEY", "Apps": { "6736218": ["new key", "KEY"] } """, "--app-id 6736218")]
    [InlineData("telegram", """ "BotToken": ["7342037359:new", "KEY"] """, "")]
    [InlineData("telegram", """ "Bots": ["7342037359:new", "KEY", "5:another"] """, "--bot-id 7342037359")]
    [InlineData("max", """ "BotToken": ["new", "KEY"] """, "")]
    public void What_is_signed_is_signed_with_the_newest_key(string platform, string settings, string options)
    {
        AddSettings(platform, settings);
        string[] all = ["--platform", platform, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var signed = _tool.Run(["sign", "--user-id", "42", .. all]).Good();
        Assert.Equal(["ok"], _tool.Verify(signed, all), StringComparer.Ordinal);

        AddSettings(platform, settings.Replace("KEY", platform == "telegram" ? "7342037359:older" : "older", StringComparison.Ordinal));
        Assert.Equal(["ok"], _tool.Verify(signed, all), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("vk", """ "Apps": { "5": "KEY", "6": "KEY" } """, "The settings have several apps.", "Give --app-id the id of one of them.")]
    [InlineData("telegram", """ "Bots": ["KEY", "5:another"] """, "The settings have several bots.", "Give --bot-id the id of one of them.")]
    [InlineData("telegram", """ "Bots": ["5"] """, "The settings have no bot token.", "Telegram's own signature is for Telegram alone to make.")]
    public void Where_it_takes_a_guess_nothing_is_signed(string platform, string settings, string message, string hint)
    {
        AddSettings(platform, settings);

        Assert.Equal($"error: {message} | hint: {hint}", _tool.Run("sign", "--user-id", "42", "--platform", platform).Wrong());
    }

    [Theory]
    [InlineData("vk", """ "Lifetime": "00:01:00" """, 61, "expired")]
    [InlineData("vk", """ "Lifetime": "02:00:00" """, 3601, "ok")]
    [InlineData("vk", """ "ClockSkew": "00:00:00" """, -1, "not_yet_valid")]
    [InlineData("vk", """ "MaxTokenLength": 100 """, 0, "malformed too_long")]
    [InlineData("vk", """ "MaxParameters": 5 """, 0, "malformed")]
    [InlineData("telegram", """ "Lifetime": "00:01:00" """, 61, "expired")]
    [InlineData("telegram", """ "RequireBothProofs": true """, 0, "missing_proof")]
    [InlineData("max", """ "Lifetime": "00:01:00" """, 61, "expired")]
    public void Rules_are_those_of_the_application(string platform, string rule, long age, string verdict)
    {
        AddSettings(platform, Keys(platform) + ", " + rule);
        var token = Example.Sign(platform, age);

        Assert.Equal([verdict], _tool.Verify(token, "--platform", platform), StringComparer.Ordinal);
        Assert.Contains(
            verdict == "ok" ? "\"verdict\":\"good\"" : $"\"reason\":\"{verdict.Split(' ')[0]}\"",
            _tool.Run("inspect", "--json", "--platform", platform, token).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_lifetime_on_the_command_line_is_louder_than_the_settings()
    {
        AddSettings("vk", Keys("vk") + """, "Lifetime": "00:01:00" """);

        Assert.Equal(["ok"], _tool.Verify(Example.Sign("vk", age: 90), "--lifetime", "00:02:00"), StringComparer.Ordinal);
    }

    [Fact]
    public void A_launch_inside_odnoklassniki_is_good_where_the_application_accepts_it()
    {
        var token = Example.Sign("vk", additional: [("vk_client", "ok"), ("vk_ok_user_id", "7")]);
        AddSettings("vk", Keys("vk"));
        Assert.Equal(["odnoklassniki_not_allowed"], _tool.Verify(token), StringComparer.Ordinal);

        AddSettings("vk", Keys("vk") + """, "AllowOdnoklassniki": true """);
        Assert.Equal("""{"line":1,"ok":true,"userId":7,"appId":6736218}""", _tool.RunOn(token, "verify").Good().TrimEnd());
    }

    [Fact]
    public void The_object_of_the_bridge_is_good_where_the_application_accepts_it()
    {
        var members = Example.Sign("vk").Split('&').Select(part => part.Split('='))
            .Select(part => $"\"{part[0]}\":\"{Uri.UnescapeDataString(part[1])}\"");
        var token = $"{{{string.Join(',', members)}}}";
        AddSettings("vk", Keys("vk"));
        Assert.Equal(["malformed"], _tool.Verify(token), StringComparer.Ordinal);

        AddSettings("vk", Keys("vk") + """, "AcceptJson": true """);
        Assert.Equal(["ok"], _tool.Verify(token), StringComparer.Ordinal);
    }

    [Fact]
    public void A_scheme_of_another_name_has_a_section_of_its_own()
    {
        _tool.AddFile("appsettings.json", $$"""
            { "Authentication:Schemes": {
                "VkMiniApp": { "AppId": 5, "AppSecret": "another key" },
                "Shop": { "AppId": 6736218, "AppSecret": "{{Example.VkKey}}" } } }
            """);

        Assert.Equal(["unknown_app"], _tool.Verify(Example.Sign("vk")), StringComparer.Ordinal);
        Assert.Equal(["ok"], _tool.Verify(Example.Sign("vk"), "--scheme", "Shop"), StringComparer.Ordinal);
        Assert.Equal(
            "error: There is no protected key for VK. | hint: Set the environment variable Authentication__Schemes__Other__AppSecret or "
                + "the user secret Authentication:Schemes:Other:AppSecret, name the application's project with --project, or pipe the key in with --secret-stdin.",
            _tool.RunOn("x", "verify", "--scheme", "Other").Wrong());
    }

    [Theory]
    [InlineData("vk", """ "AppId": 6736218, "AppSecret": "" """, "AppSecret")]
    [InlineData("vk", """ "AppId": "my key", "AppSecret": "KEY" """, "AppId")]
    [InlineData("vk", """ "AppId": 1, "AppSecret": "KEY", "Lifetime": "15" """, "Lifetime")]
    [InlineData("vk", """ "AppId": 1, "AppSecret": "KEY", "MaxTokenLength": 0 """, "MaxTokenLength")]
    [InlineData("vk", """ "Apps": { "KEY": "x" } """, "Apps")]
    [InlineData("telegram", """ "BotToken": "KEY without a colon" """, "BotToken")]
    [InlineData("telegram", """ "Bots": ["AAH-key-of-no-bot-at-all"] """, "Bots")]
    [InlineData("telegram", """ "BotToken": "KEY", "Environment": "Nowhere" """, "Environment")]
    [InlineData("max", """ "BotToken": "a b" """, "BotToken")]
    public void Faulty_settings_are_refused_in_the_words_of_the_host(string platform, string settings, string setting)
    {
        AddSettings(platform, settings);
        var fault = Backend.FindFault(platform, Path.Combine(_tool.Folder, "appsettings.json"));
        var complaint = $"error: {fault} | hint: With these settings an application does not start either: it prints the same.";

        Assert.StartsWith($"Authentication scheme '{SchemeOf(platform)}': {setting}", fault, StringComparison.Ordinal);
        Assert.Equal(complaint, _tool.RunOn("x", "verify", "--platform", platform).Wrong());
        Assert.Equal(complaint, _tool.Run("sign", "--user-id", "42", "--platform", platform).Wrong());
        Assert.Equal(complaint, _tool.Run("inspect", "--platform", platform, "a=1&b=2").Wrong());
    }

    [Fact]
    public void What_an_application_warns_of_is_said_on_standard_error()
    {
        AddSettings("vk", Keys("vk") + """, "Lifetimes": "15" """);
        var result = _tool.RunOn(Example.Sign("vk"), "verify");

        Assert.Equal((0, """{"line":1,"ok":true,"userId":42,"appId":6736218}"""), (result.Status, result.Output.TrimEnd('\n')));
        Assert.Equal(
            "warning: Authentication:Schemes:VkMiniApp has names that nothing reads: Lifetimes (the nearest setting is Lifetime).",
            result.Error.TrimEnd());
    }

    [Fact]
    public void Whether_the_application_writes_problem_bodies_is_none_of_the_tools_business()
    {
        AddSettings("vk", Keys("vk") + """, "WriteProblemDetails": true """);

        Assert.Equal(["ok"], _tool.Verify(Example.Sign("vk")), StringComparer.Ordinal);
    }

    private static string Keys(string platform) => platform == "vk" ? """ "AppId": 6736218, "AppSecret": "KEY" """ : """ "BotToken": "KEY" """;

    private static string SchemeOf(string platform) =>
        platform switch { "vk" => "VkMiniApp", "telegram" => "TelegramMiniApp", _ => "MaxMiniApp" };

    private void AddSettings(string platform, string settings)
    {
        var key = platform switch { "vk" => Example.VkKey, "telegram" => Example.TelegramKey, _ => Example.MaxKey };
        _tool.AddFile(
            "appsettings.json",
            $$"""{ "Authentication": { "Schemes": { "{{SchemeOf(platform)}}": { {{settings.Replace("KEY", key, StringComparison.Ordinal)}} } } } }""");
    }
}
