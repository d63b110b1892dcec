namespace MiniApp.Tool.Tests.Commands;

public sealed class UsageErrorsTests : IDisposable
{
    private const string RootHint = "hint: 'mini-app --help' shows the options and examples.";
    private const string Unexpected =
        "error: There is an unexpected argument. | hint: 'mini-app {0}--help' shows the commands, options and examples.";

    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Without_a_command_help_is_what_it_takes() =>
        Assert.Equal($"error: Required command was not provided. | {RootHint}", _tool.Run().Wrong());

    [Theory]
    [InlineData("", "seal")]
    [InlineData("sign ", "sign", "--user-id", "1", "more")]
    [InlineData("inspect ", "inspect", "one", "two")]
    [InlineData("verify ", "verify", "token")]
    [InlineData("sign hash ", "sign", "hash", "--user-id", "1", "--request-id", "x", "more")]
    public void An_argument_that_nothing_expects_is_not_repeated(string command, params string[] arguments) =>
        Assert.Equal(Unexpected.Replace("{0}", command, StringComparison.Ordinal), _tool.Run(arguments).Wrong());

    [Theory]
    [InlineData("--colour", "--colour")]
    [InlineData("--colour=red", "--colour")]
    [InlineData("--colour:red", "--colour")]
    public void An_option_that_is_none_is_named_without_its_value(string argument, string name) =>
        Assert.Equal(
            $"error: {name} is not an option here. | hint: 'mini-app verify --help' shows the commands, options and examples.",
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
            $"error: {option} is not an option: a key is never an argument, because shells and process lists keep arguments. | "
                + "hint: 'mini-app sign --help' shows where to put a key. If a real key was typed here, replace it.",
            _tool.Run(["sign", "--user-id", "1", .. key]).Wrong()));
    }

    [Fact]
    public void What_is_required_is_named() =>
        Assert.Equal(
            "error: Option '--user-id' is required. | hint: 'mini-app sign --help' shows the options and examples.", _tool.Run("sign").Wrong());
}
