namespace MiniApp.Tool.Tests.Commands;

public sealed class ExampleCommandTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_lists_the_commands(string option)
    {
        var help = _tool.Run(option).Good();

        Assert.All(["sign ", "inspect ", "verify ", "serve ", "revoke ", "block ", "unblock ", "completion "], command => Assert.Contains($"\n  {command}", help, StringComparison.Ordinal));
    }

    [Fact]
    public void A_command_for_scripts_is_not_in_the_list() =>
        Assert.DoesNotContain("\n  complete ", _tool.Run("--help").Good(), StringComparison.Ordinal);

    [Theory]
    [InlineData("sign")]
    [InlineData("inspect")]
    [InlineData("verify")]
    [InlineData("sign", "hash")]
    [InlineData("sign", "contact")]
    [InlineData("sign", "card")]
    [InlineData("sign", "payment")]
    [InlineData("sign", "widget")]
    [InlineData("completion")]
    public void Help_of_a_command_ends_with_examples_that_run(params string[] command)
    {
        _tool.AddProject("src/Backend/Backend.csproj", "backend");
        _tool.AddUserSecrets("backend", """{ "Authentication:Schemes:VkMiniApp:AppId": "1", "Authentication:Schemes:VkMiniApp:AppSecret": "x" }""");
        var examples = _tool.Run([.. command, "--help"]).Good().Split("Examples:\n")[1].TrimEnd('\n').Split('\n');

        Assert.InRange(examples.Length, 3, 5);
        Assert.All(examples, example => Assert.NotEqual(2, _tool.RunOn("a line\nand another", Shell.Arguments(example)).Status));
    }
}
