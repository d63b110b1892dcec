namespace MiniApp.Tool.Tests.Commands;

public sealed class KeyOptionsTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Places_of_the_key_exclude_each_other() =>
        Assert.Equal(
            "error: Only one of --project, --user-secrets-id and --secret-stdin can be given. | "
                + "hint: 'mini-app verify --help' shows the options and examples.",
            _tool.Run("verify", "--project", ".", "--secret-stdin").Wrong());
}
