using System.Buffers.Text;
using System.Text;
using MaxMiniApp;
using TelegramMiniApp;
using TestSupport;
using VkMiniApp;

namespace MiniApp.Tool.Tests.Commands;

public sealed class SignCommandTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_launch_is_signed_as_vk_signs_it()
    {
        var launch = Vk("--user-id", "42", "--group-id", "7", "--role", "admin", "--language", "en", "--param", "vk_ref=a=b&c");

        Assert.Equal((42, 7, "admin", "en", "a=b&c"),
            (launch.UserId, launch.GroupId, launch.ViewerGroupRole?.Value, launch.Language, launch.Ref));
        Assert.Equal(Example.AppId, launch.AppId);
        Assert.Equal(Example.Now, launch.Timestamp.ToUnixTimeSeconds());
    }

    [Fact]
    public void Init_data_is_signed_as_telegram_signs_it()
    {
        var query = Sign("--platform", "telegram", "--user-id", "42", "--first-name", "Анна", "--username", "anna", "--param", "start_param=x");
        var options = new TelegramInitDataVerifierOptions { TimeProvider = new TestClock(Example.Now) }.AddBot(Example.TelegramKey);
        var initData = new TelegramInitDataVerifier(options).Verify(query).InitData!;

        Assert.Equal((42, "Анна", "anna", "ru", "x"),
            (initData.User.Id, initData.User.FirstName, initData.User.Username, initData.User.LanguageCode, initData.StartParam));
    }

    [Fact]
    public void Init_data_is_signed_as_max_signs_it()
    {
        var query = Sign("--platform", "max", "--user-id", "42", "--language", "en");
        var options = new MaxInitDataVerifierOptions { TimeProvider = new TestClock(Example.Now) }.AddBot(Example.MaxKey);
        var initData = new MaxInitDataVerifier(options).Verify(query).InitData!;

        Assert.Equal((42, "Test", "en"), (initData.User.Id, initData.User.FirstName, initData.User.LanguageCode));
    }

    [Theory]
    [InlineData("01:00:00", Example.Now - 3600)]
    [InlineData("-00:02:00", Example.Now + 120)]
    [InlineData("2.00:00:00", Example.Now - 172_800)]
    public void A_launch_is_as_old_as_it_was_asked_to_be(string age, long time) =>
        Assert.Contains($"&vk_ts={time}&", Sign("--user-id", "42", "--age", age), StringComparison.Ordinal);

    [Theory]
    [InlineData("vk")]
    [InlineData("telegram")]
    [InlineData("max")]
    public void Every_form_stands_for_the_same_launch(string platform)
    {
        string Form(string form, params string[] more) => Sign(["--platform", platform, "--user-id", "42", "--as", form, .. more]);
        var query = Form("query");
        var token = Form("token");
        var credentials = platform switch { "vk" => "Bearer " + token, "telegram" => "tma " + query, _ => "max " + query };

        Assert.Equal(query, Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)));
        Assert.Equal(
            platform switch
            {
                "vk" => $"https://example.com/app?a=1&{query}#/page",
                "telegram" => $"https://example.com/app?a=1#tgWebAppData={Uri.EscapeDataString(query)}&tgWebAppVersion=8.0&tgWebAppPlatform=web",
                _ => $"https://example.com/app?a=1#WebAppData={Uri.EscapeDataString(query)}",
            },
            Form("url", "--url", "https://example.com/app?a=1#/page"));
        Assert.Equal(
            $"curl -H \"Authorization: {credentials}\" \"https://example.com/me\"", Form("curl", "--url", "https://example.com/me"));
        Assert.Equal(
            $"###\nGET https://example.com/me\nAuthorization: {credentials}", Form("http", "--url", "https://example.com/me"));
    }

    [Theory]
    [InlineData("url", "http://localhost:5000/?vk_access")]
    [InlineData("CURL", "curl -H \"Authorization: Bearer ")]
    public void An_address_is_only_given_where_another_one_is_meant(string form, string beginning) =>
        Assert.StartsWith(beginning, Sign("--user-id", "42", "--as", form), StringComparison.Ordinal);

    [Fact]
    public void A_shell_finds_nothing_of_its_own_in_a_curl_line()
    {
        var line = Sign("--user-id", "42", "--as", "curl", "--url", "http://localhost/$(id)`id`\"!!\\x?$HOME");

        Assert.EndsWith(" \"http://localhost/%24(id)%60id%60%22%21%21/x?%24HOME\"", line, StringComparison.Ordinal);
    }

    private string Sign(params string[] options) => _tool.Run(["sign", .. options]).Good().TrimEnd('\n');

    private VkLaunchParams Vk(params string[] options)
    {
        var verifier = new VkLaunchParamsVerifier(
            new VkLaunchParamsVerifierOptions { TimeProvider = _tool.Clock }.AddApp(Example.AppId, Example.VkKey));
        return verifier.Verify(Sign(options)).LaunchParams!;
    }
}
