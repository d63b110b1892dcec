namespace MiniApp.Tool.Tests;

public sealed class MiniAppCommandLineTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Version_is_printed() => Assert.StartsWith("0.1.0", _tool.Run("--version").Good(), StringComparison.Ordinal);

    [Fact]
    public void An_argument_that_starts_with_an_at_sign_is_no_file()
    {
        _tool.AddFile("arguments.txt", "--help");
        var path = Path.Combine(_tool.Folder, "arguments.txt");

        Assert.Contains("malformed", _tool.Run("inspect", $"@{path}").Output, StringComparison.Ordinal);
    }
}
