namespace MiniApp.Tool.Tests.Platforms;

public sealed class AllPlatformsTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("VK", "vk_app_id=1")]
    [InlineData("VK", "sign=1&utm=2")]
    [InlineData("VK", "")]
    [InlineData("VK", "auth=1")]
    [InlineData("Telegram", "auth_date=1&hash=2")]
    [InlineData("Telegram", "auth_date=1&chat_type=2&hash=2")]
    [InlineData("Telegram", "https://example.com/#tgWebAppData=1")]
    [InlineData("MAX", "auth_date=1&hash=2&ip=1")]
    [InlineData("MAX", "auth_date%3D1%26hash%3D2")]
    [InlineData("MAX", "https://example.com/#WebAppData=1")]
    public void The_platform_is_guessed_from_the_token(string title, string token) =>
        Assert.StartsWith(
            $"Platform     {title} (guessed; --platform overrides it)\n",
            _tool.Run("inspect", token).Output,
            StringComparison.Ordinal);
}
