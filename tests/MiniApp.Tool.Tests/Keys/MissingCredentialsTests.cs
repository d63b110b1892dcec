namespace MiniApp.Tool.Tests.Keys;

public sealed class MissingCredentialsTests : IDisposable
{
    private readonly TestTool _tool = new(withKeys: false);

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("vk", "protected key", "VkMiniApp", "AppSecret", "")]
    [InlineData("telegram", "bot token", "TelegramMiniApp", "BotToken", " --bot-id alone is enough to judge by Telegram's own signature.")]
    [InlineData("max", "bot token", "MaxMiniApp", "BotToken", "")]
    public void Without_a_key_the_hint_says_where_to_put_it(string platform, string key, string scheme, string setting, string more)
    {
        var title = platform switch { "vk" => "VK", "max" => "MAX", _ => "Telegram" };
        var complaint = $"error: There is no {key} for {title}. | "
            + $"hint: Set the environment variable Authentication__Schemes__{scheme}__{setting} or the user secret "
            + $"Authentication:Schemes:{scheme}:{setting}, name the application's project with --project, or pipe the key in with --secret-stdin.";

        Assert.Equal(complaint, _tool.Run("sign", "--user-id", "1", "--platform", platform).Wrong());
        Assert.Equal(complaint + more, _tool.RunOn("x", "verify", "--platform", platform).Wrong());
    }

    [Fact]
    public void A_bot_id_signs_nothing() => Assert.Equal(
        "error: There is no bot token for Telegram. | hint: Set the environment variable Authentication__Schemes__TelegramMiniApp__BotToken or "
            + "the user secret Authentication:Schemes:TelegramMiniApp:BotToken, name the application's project with --project, or pipe the key in with --secret-stdin. "
            + "A bot id is enough to judge, but not to sign.",
        _tool.Run("sign", "--user-id", "1", "--platform", "telegram", "--bot-id", "5").Wrong());

    [Fact]
    public void Without_an_app_id_nothing_of_vk_is_signed_or_verified()
    {
        _tool.Environment["Authentication__Schemes__VkMiniApp__AppSecret"] = Example.VkKey;
        const string Complaint = "error: There is no app id. | hint: Give --app-id, or set the environment variable "
            + "Authentication__Schemes__VkMiniApp__AppId or the user secret Authentication:Schemes:VkMiniApp:AppId.";

        Assert.Equal(Complaint, _tool.Run("sign", "--user-id", "1").Wrong());
        Assert.Equal(Complaint, _tool.RunOn("x", "verify").Wrong());
        Assert.StartsWith("""{"line":1,"ok":true""", Verify("--app-id", "6736218").Good(), StringComparison.Ordinal);
    }

    private ToolResult Verify(params string[] options) => _tool.RunOn(Example.Sign("vk"), ["verify", .. options]);
}
