using System.Text.Json;
using System.Text.RegularExpressions;
using MaxMiniApp;
using TelegramMiniApp;
using TestSupport;
using VkMiniApp;

namespace MiniApp.Tool.Tests;

/// <summary>What docs/command-line.md and the package's page say is what the tool does.</summary>
public sealed partial class CommandLinePageTests : IDisposable
{
    private static readonly string Page = Read("command-line.md");

    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("command-line.md", 35)]
    [InlineData("PACKAGE.md", 10)]
    public void Every_command_of_the_page_runs(string page, int count)
    {
        _tool.AddProject("src/Backend/Backend.csproj", "backend");
        _tool.AddUserSecrets("backend", """{ "Authentication:Schemes:VkMiniApp:AppId": "1", "Authentication:Schemes:VkMiniApp:AppSecret": "x" }""");
        var commands = Read(page).Split('\n').Where(line => Command().IsMatch(line)).ToArray();

        Assert.Equal(count, commands.Length);
        Assert.All(commands.Where(command => !Serve().IsMatch(command) && !Revocation().IsMatch(command)), command =>
            Assert.NotEqual(2, _tool.RunOn("a line\nand another", Shell.Arguments(command)).Status));
    }

    [Theory]
    [InlineData("command-line.md", 3)]
    [InlineData("PACKAGE.md", 1)]
    public void Every_server_of_the_page_would_start_if_it_had_settings(string page, int count)
    {
        using var tool = new TestTool(withKeys: false);
        Directory.CreateDirectory(Path.Combine(tool.Folder, "src", "Backend"));
        var commands = Read(page).Split('\n').Where(line => Serve().IsMatch(line)).ToArray();

        Assert.Equal(count, commands.Length);
        Assert.All(commands, command => Assert.StartsWith(
            "error: There are no settings of any platform.", tool.Run(Shell.Arguments(command)).Wrong(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("command-line.md", 5)]
    [InlineData("PACKAGE.md", 2)]
    [InlineData("edge.md", 3)]
    public async Task Every_revocation_of_the_page_is_done(string page, int count)
    {
        await using var redis = await RedisServer.StartAsync();
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "src", "Backend"));
        _tool.Environment["ConnectionStrings__redis"] = redis.Address;
        var commands = Read(page).Split('\n').Where(line => Revocation().IsMatch(line)).ToArray();

        Assert.Equal(count, commands.Length);
        Assert.All(commands, command => Assert.NotEmpty(_tool.Run(Shell.Arguments(command)).Good()));
    }

    [Theory]
    [InlineData("sign")]
    [InlineData("inspect")]
    [InlineData("verify")]
    [InlineData("serve")]
    [InlineData("revoke")]
    [InlineData("block")]
    [InlineData("unblock")]
    [InlineData("sign", "hash")]
    [InlineData("sign", "contact")]
    [InlineData("sign", "card")]
    [InlineData("sign", "payment")]
    [InlineData("sign", "widget")]
    public void Every_option_is_on_the_page(params string[] command)
    {
        var help = _tool.Run([.. command, "--help"]).Good().Split("Examples:")[0];
        var options = Option().Matches(help).Select(option => option.Value).Distinct(StringComparer.Ordinal);

        Assert.All(options, option => Assert.Contains($"`{option}", Page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(VkLaunchFailure))]
    [InlineData(typeof(InitDataFailure))]
    [InlineData(typeof(VkCreatedHashFailure))]
    [InlineData(typeof(VkContactFailure))]
    [InlineData(typeof(VkPaymentNotificationFailure))]
    [InlineData(typeof(TelegramContactFailure))]
    [InlineData(typeof(TelegramLoginWidgetFailure))]
    [InlineData(typeof(MaxContactFailure))]
    public void Every_reason_is_on_the_page(Type failure)
    {
        var reasons = Enum.GetNames(failure);

        Assert.All(
            reasons.Skip(1).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName),
            reason => Assert.Contains($"`{reason}`", Page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("VkPhone", "vk", "--phone", "79990000000")]
    [InlineData("VkEmail", "vk", "--email", "a@example.com")]
    [InlineData("TelegramResponse", "telegram", "--phone", "79990000000")]
    [InlineData("MaxPhone", "max", "--phone", "79990000000")]
    public void A_signed_contact_is_what_the_endpoints_of_its_page_read(string record, string platform, string option, string value)
    {
        var page = Read("contacts.md");
        var parameters = page.Split($"record {record}(")[1].Split(");")[0];
        var read = parameters.Split(", ").Select(parameter =>
            parameter.Split("JsonPropertyName(\"") is [_, var named] ? named.Split('"')[0]
            : JsonNamingPolicy.CamelCase.ConvertName(parameter.Split(' ')[^1]));

        using var sent = JsonDocument.Parse(
            _tool.Run("sign", "contact", "--platform", platform, "--user-id", "42", option, value, "--as", "json").Good());
        Assert.Equal(sent.RootElement.EnumerateObject().Select(member => member.Name), read, StringComparer.Ordinal);
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, page)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^(.* \| )?mini-app ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Command();

    [GeneratedRegex("^mini-app serve( |$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Serve();

    [GeneratedRegex("^mini-app (revoke|block|unblock) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Revocation();

    [GeneratedRegex("--[a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Option();
}
