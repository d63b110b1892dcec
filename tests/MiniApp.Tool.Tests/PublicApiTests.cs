namespace MiniApp.Tool.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void A_tool_promises_nothing_but_its_command_line() => Assert.Empty(typeof(MiniAppCommandLine).Assembly.GetExportedTypes());
}
