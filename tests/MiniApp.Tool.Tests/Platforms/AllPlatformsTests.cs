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

    [Theory]
    [InlineData("max", null, "max")]
    [InlineData("telegram", "{escaped}", "telegram")]
    [InlineData("max", "Bearer {0}", "max")]
    [InlineData("max", "\"{0}\"", "max")]
    public void A_wrong_guess_between_telegram_and_max_is_told_how_to_mend(string signer, string? pasted, string other)
    {
        var query = Example.Sign(signer);
        pasted = pasted?.Replace("{0}", query, StringComparison.Ordinal).Replace("{escaped}", Uri.EscapeDataString(query), StringComparison.Ordinal);

        Assert.EndsWith(
            $" If this is init data of {(other == "max" ? "MAX" : "Telegram")}, which looks the same, say --platform {other}.\n",
            _tool.Run("inspect", pasted ?? query).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--platform", "telegram", "auth_date=1&chat_type=2&hash=2")]
    [InlineData("auth_date=1&chat_type=2&hash=2")]
    [InlineData("auth_date=1&hash=2&ip=1")]
    [InlineData("#WebAppData=auth_date%3D1%26hash%3D2")]
    [InlineData("vk_app_id=6736218&vk_user_id=1&vk_ts=1&sign=2")]
    public void Where_the_platform_is_certain_no_other_is_spoken_of(params string[] arguments)
    {
        var output = _tool.Run(["inspect", .. arguments]).Output;

        Assert.Contains("\nVerdict      refused: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("which looks the same", output, StringComparison.Ordinal);
    }
}
