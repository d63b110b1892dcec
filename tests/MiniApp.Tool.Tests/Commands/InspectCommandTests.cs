namespace MiniApp.Tool.Tests.Commands;

public sealed class InspectCommandTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Without_a_token_the_hint_says_where_it_goes() =>
        Assert.Equal(
            "error: There is no token. | hint: Give it as an argument, in single quotes, or on standard input.", _tool.Run("inspect").Wrong());

    [Theory]
    [InlineData("--bot-id", "vk=1&sign=2", "VK")]
    [InlineData("--app-id", "auth_date=1&hash=2", "Telegram")]
    public void An_id_of_another_platform_is_refused(string option, string token, string title) =>
        Assert.Equal(
            $"error: {option} is not an option for {title}. | hint: Leave it out, or name the right platform with --platform.",
            _tool.Run("inspect", option, "1", token).Wrong());
}
