namespace MiniApp.Tool.Tests;

public sealed class UsageTests : IDisposable
{
    private const string RootHint = "hint: 'mini-app --help' shows the options, and examples.";
    private const string Unexpected =
        "error: There is an argument that nothing expects. | hint: 'mini-app {0}--help' shows the commands and options, and examples.";

    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_lists_the_commands(string option)
    {
        var help = _tool.Run(option).Good();

        Assert.All(["sign ", "inspect ", "verify "], command => Assert.Contains($"\n  {command}", help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sign")]
    [InlineData("inspect")]
    [InlineData("verify")]
    public void Help_of_a_command_ends_with_examples_that_run(string command)
    {
        _tool.AddProject("src/Backend/Backend.csproj", "backend");
        _tool.AddUserSecrets("backend", """{ "Authentication:Schemes:VkMiniApp:AppId": "1", "Authentication:Schemes:VkMiniApp:AppSecret": "x" }""");
        var examples = _tool.Run(command, "--help").Good().Split("Examples:\n")[1].TrimEnd('\n').Split('\n');

        Assert.InRange(examples.Length, 3, 5);
        Assert.All(examples, example => Assert.NotEqual(2, _tool.RunOn("a line\nand another", Shell.Arguments(example)).Status));
    }

    [Fact]
    public void Version_is_printed() => Assert.StartsWith("0.1.0", _tool.Run("--version").Good(), StringComparison.Ordinal);

    [Fact]
    public void Without_a_command_help_is_what_it_takes() =>
        Assert.Equal($"error: Required command was not provided. | {RootHint}", _tool.Run().Wrong());

    [Theory]
    [InlineData("", "seal")]
    [InlineData("sign ", "sign", "--user-id", "1", "more")]
    [InlineData("inspect ", "inspect", "one", "two")]
    [InlineData("verify ", "verify", "token")]
    public void An_argument_that_nothing_expects_is_not_repeated(string command, params string[] arguments) =>
        Assert.Equal(Unexpected.Replace("{0}", command, StringComparison.Ordinal), _tool.Run(arguments).Wrong());

    [Theory]
    [InlineData("--colour", "--colour")]
    [InlineData("--colour=red", "--colour")]
    [InlineData("--colour:red", "--colour")]
    public void An_option_that_is_none_is_named_without_its_value(string argument, string name) =>
        Assert.Equal(
            $"error: {name} is no option here. | hint: 'mini-app verify --help' shows the commands and options, and examples.",
            _tool.Run("verify", argument).Wrong());

    [Theory]
    [InlineData("--key")]
    [InlineData("--secret")]
    [InlineData("--app-secret")]
    [InlineData("--bot-token")]
    public void A_key_is_never_an_argument(string option)
    {
        string[] given = [option, Example.VkKey];
        string[] joined = [$"{option}={Example.VkKey}"];

        Assert.All([given, joined], key => Assert.Equal(
            $"error: {option} is no option: a key is never an argument, because shells and process lists keep those. | "
                + "hint: 'mini-app sign --help' shows where else a key can be. If one was typed here that matters, change it.",
            _tool.Run(["sign", "--user-id", "1", .. key]).Wrong()));
    }

    [Theory]
    [InlineData("--platform", "VK", "--platform must be vk, telegram or max.")]
    [InlineData("--app-id", Example.VkKey, "--app-id must be a whole number from 1 up.")]
    [InlineData("--app-id", "0", "--app-id must be a whole number from 1 up.")]
    [InlineData("--app-id", "+1", "--app-id must be a whole number from 1 up.")]
    [InlineData("--app-id", "9223372036854775808", "--app-id must be a whole number from 1 up.")]
    [InlineData("--group-id", "-1", "--group-id must be a whole number from 1 up.")]
    [InlineData("--age", "3600", "--age must be a time such as 01:30:00, from -10000.00:00:00 to 10000.00:00:00.")]
    [InlineData("--age", "10000.00:00:01", "--age must be a time such as 01:30:00, from -10000.00:00:00 to 10000.00:00:00.")]
    [InlineData("--age", Example.VkKey, "--age must be a time such as 01:30:00, from -10000.00:00:00 to 10000.00:00:00.")]
    [InlineData("--as", "3", "--as must be query, token, url or curl.")]
    [InlineData("--as", Example.VkKey, "--as must be query, token, url or curl.")]
    [InlineData("--url", "/me", "--url must be an address with http or https.")]
    [InlineData("--url", "ftp://example.com/", "--url must be an address with http or https.")]
    public void A_value_of_the_wrong_form_is_not_repeated(string option, string value, string complaint) =>
        Assert.Equal(
            $"error: {complaint} | hint: 'mini-app sign --help' shows the options, and examples.",
            _tool.Run("sign", "--user-id", "1", option, value).Wrong());

    [Theory]
    [InlineData("-00:00:01")]
    [InlineData("10000.00:00:01")]
    [InlineData("1h")]
    public void A_lifetime_is_a_time_that_is_not_below_zero(string lifetime) =>
        Assert.Equal(
            "error: --lifetime must be a time such as 01:30:00, from 00:00:00 to 10000.00:00:00. | "
                + "hint: 'mini-app verify --help' shows the options, and examples.",
            _tool.Run("verify", "--lifetime", lifetime).Wrong());

    [Fact]
    public void Times_at_the_ends_of_what_is_allowed_do_no_harm()
    {
        Assert.Contains("&vk_ts=836000000&", _tool.Run("sign", "--user-id", "1", "--age", "10000.00:00:00").Good(), StringComparison.Ordinal);
        Assert.Equal(3, _tool.RunOn(Example.Sign("vk"), "verify", "--lifetime", "10000.00:00:00").Good().Split(',').Length - 1);
        Assert.Contains("valid until", _tool.RunOn(Example.Sign("vk"), "inspect", "--lifetime", "10000.00:00:00").Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void Places_of_the_key_exclude_each_other() =>
        Assert.Equal(
            "error: --project, --user-secrets-id and --secret-stdin exclude each other. | "
                + "hint: 'mini-app verify --help' shows the options, and examples.",
            _tool.Run("verify", "--project", ".", "--secret-stdin").Wrong());

    [Fact]
    public void What_is_required_is_named() =>
        Assert.Equal(
            "error: Option '--user-id' is required. | hint: 'mini-app sign --help' shows the options, and examples.", _tool.Run("sign").Wrong());

    [Fact]
    public void An_argument_that_starts_with_an_at_sign_is_no_file()
    {
        _tool.AddFile("arguments.txt", "--help");
        var path = Path.Combine(_tool.Folder, "arguments.txt");

        Assert.Contains("malformed", _tool.Run("inspect", $"@{path}").Output, StringComparison.Ordinal);
    }
}
