using System.Net;
using System.Net.Sockets;

namespace MiniApp.Tool.Tests.Commands;

/// <summary>How the server is called wrongly. What it does when it is called rightly is in the tests of Serving.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TestTool _tool = new(withKeys: false);

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Without_settings_it_says_where_they_would_be() => Assert.Equal(
        "error: There are no settings of any platform. | hint: Set Authentication__Schemes__VkMiniApp__AppSecret or "
            + "Authentication__Schemes__TelegramMiniApp__BotToken or Authentication__Schemes__MaxMiniApp__BotToken, or name the folder of "
            + "appsettings.json with --settings.",
        _tool.Run("serve").Wrong());

    [Fact]
    public void Settings_by_which_an_application_would_not_start_are_refused_in_its_words()
    {
        _tool.AddFile("appsettings.json", """{ "Authentication": { "Schemes": { "VkMiniApp": { "AppId": 0, "AppSecret": "x" } } } }""");

        Assert.EndsWith(
            " | hint: With these settings an application does not start either: it prints the same.",
            _tool.Run("serve", "--listen", "http://127.0.0.1:0").Wrong(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_platform_that_is_named_needs_settings() => Assert.Contains(
        "MaxMiniApp", _tool.Run("serve", "--platform", "max", "--listen", "http://127.0.0.1:0").Wrong(), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_json_is_refused_without_being_quoted()
    {
        _tool.AddFile("appsettings.json", """{ "hidden""");

        var error = _tool.Run("serve").Wrong();
        Assert.Contains("appsettings.json cannot be read. | hint: It is not valid JSON", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_reads_the_settings_of_production_unless_it_is_told_otherwise()
    {
        _tool.AddFile("x.csproj", "<Project><PropertyGroup><UserSecretsId>x</UserSecretsId></PropertyGroup></Project>");
        _tool.AddUserSecrets("x", """{ "Authentication:Schemes:VkMiniApp:AppId": "-1" }""");
        _tool.AddFile("appsettings.Development.json", "broken");

        Assert.StartsWith("error: There are no settings", _tool.Run("serve").Wrong(), StringComparison.Ordinal);
        Assert.Contains("appsettings.Development.json", _tool.Run("serve", "--environment", "Development").Wrong(), StringComparison.Ordinal);
        _tool.AddFile("appsettings.Development.json", "{ }");
        Assert.Contains("AppId", _tool.Run("serve", "--environment", "Development").Wrong(), StringComparison.Ordinal);
        _tool.Environment["DOTNET_ENVIRONMENT"] = "Development";
        Assert.Contains("AppId", _tool.Run("serve").Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_taken_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";
        foreach (var (name, value) in Example.Environment)
        {
            _tool.Environment[name] = value;
        }

        Assert.StartsWith($"error: Nothing can listen on {address}. | hint: ", _tool.Run("serve", "--listen", address).Wrong(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--listen", "https://127.0.0.1:1", "--listen must be http:// with an IP address or localhost, such as http://127.0.0.1:5090, or unix: with the path of a socket, for which a system has room of about 100 bytes.")]
    [InlineData("--platform", "ok", "--platform must be vk, telegram or max, each once.")]
    [InlineData("--claim", "subject", "--claim must be the type of a claim, such as vk_language, each once.")]
    public void A_wrong_value_is_told_without_being_repeated(string option, string value, string error) =>
        Assert.StartsWith($"error: {error} | hint: ", _tool.Run("serve", option, value).Wrong(), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "LogLevel": { "Default": "Loud" } }""")]
    [InlineData("""{ "Console": { "LogLevel": { "MiniApp": "Loud" } } }""")]
    [InlineData("""{ "Console": { "MaxQueueLength": "Loud" } }""")]
    [InlineData("""{ "Console": { "MaxQueueLength": "-1" } }""")]
    public void A_log_that_can_not_be_made_is_told_without_quoting_its_settings(string logging)
    {
        foreach (var (name, value) in Example.Environment)
        {
            _tool.Environment[name] = value;
        }

        _tool.AddFile("appsettings.json", $$"""{ "Logging": {{logging}} }""");

        Assert.Equal(
            "error: The section Logging of the settings cannot be read. | hint: Levels are Trace, Debug, Information, Warning, Error, Critical, None.",
            _tool.Run("serve", "--listen", "http://127.0.0.1:0").Wrong());
    }

    [Fact]
    public void A_claim_or_a_platform_is_named_once()
    {
        Assert.StartsWith("error: --claim must", _tool.Run("serve", "--claim", "vk_ref", "--claim", "vk_ref").Wrong(), StringComparison.Ordinal);
        Assert.StartsWith("error: --claim must", _tool.Run("serve", "--claim", "vk_ref", "--claim", "vk-ref").Wrong(), StringComparison.Ordinal);
        Assert.StartsWith("error: --platform must", _tool.Run("serve", "--platform", "vk", "--platform", "vk").Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() => Assert.Contains(
        "nowhere. | hint: --settings takes the folder that appsettings.json is in.", _tool.Run("serve", "--settings", "nowhere").Wrong(), StringComparison.Ordinal);

    [Fact]
    public void A_key_is_no_option() =>
        Assert.StartsWith("error: --app-secret is not an option: a key is never an argument", _tool.Run("serve", "--app-secret", "x").Wrong(), StringComparison.Ordinal);
}
