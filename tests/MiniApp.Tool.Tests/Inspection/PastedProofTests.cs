using System.Text;
using System.Text.Json;

namespace MiniApp.Tool.Tests.Inspection;

public sealed class PastedProofTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("vk")]
    [InlineData("telegram")]
    [InlineData("max")]
    public void A_launch_stays_a_launch(string platform)
    {
        var launch = Example.Sign(platform);

        Assert.Equal("launch", Kind(launch));
        Assert.Equal("launch", Kind($"Authorization: Bearer {launch}"));
        Assert.Equal("launch", Kind(JsonSerializer.Serialize(new { initData = launch })));
        Assert.Equal("launch", Kind("nonsense"));
        Assert.Equal("launch", Kind("{"));
        Assert.Equal("launch", Kind("[]"));
        Assert.Equal("launch", Kind(""));
    }

    [Theory]
    [InlineData("'{0}'")]
    [InlineData("https://example.com/in?{0}")]
    [InlineData("?{0}")]
    [InlineData(" {0} ")]
    [InlineData("{0},")]
    public void What_stands_around_a_proof_is_taken_off(string around) =>
        Assert.Equal("widget", Kind(around.Replace("{0}", ExampleProof.Widget(), StringComparison.Ordinal)));

    [Fact]
    public void A_launch_with_a_proof_inside_a_parameter_is_a_launch() =>
        Assert.Equal("launch", Kind(Example.Sign("vk", additional: ("vk_ref", "phone_number=79990000000&sign=0123456789012345678901234567890123456789"))));

    [Theory]
    [InlineData("sign=1&ts=2", "telegram", "launch")]
    [InlineData("auth_date=1&hash=2&id=3", "max", "launch")]
    [InlineData("auth_date=1&hash=2&id=3", "telegram", "widget")]
    public void Only_what_the_named_platform_proves_is_guessed(string text, string platform, string kind) =>
        Assert.Equal(kind, Kind("--platform", platform, text));

    [Theory]
    [InlineData("launch", "sign=1&ts=2", "VK")]
    [InlineData("HASH", "nonsense", "VK")]
    [InlineData("contact", "nonsense", "VK")]
    [InlineData("contact", "phone=1&hash=2", "MAX")]
    [InlineData("card", "[", "MAX")]
    [InlineData("widget", "vk_app_id=1", "Telegram")]
    public void What_is_named_is_not_guessed(string kind, string text, string platform)
    {
        var report = _tool.Run("inspect", "--kind", kind, text);

        Assert.NotEqual(2, report.Status);
        Assert.StartsWith($"Platform     {platform} (guessed; --platform overrides it)\n", report.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--kind overrides it", report.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: MAX has no such proof. | hint: Leave --platform or --kind out, or name another one.", "--kind", "hash", "--platform", "max", "x")]
    [InlineData("error: --kind must be launch, hash, contact, card, payment or widget. | hint: 'mini-app inspect --help' shows the options and examples.", "--kind", "3", "x")]
    [InlineData("error: --user-id is not an option for a launch. | hint: Leave it out, or name the right kind with --kind.", "--user-id", "1", "vk_app_id=1")]
    [InlineData("error: --user-id is not an option for a payment. | hint: Leave it out, or name the right kind with --kind.", "--user-id", "1", "app_id=1&notification_type=x")]
    [InlineData("error: --request-id is not an option for a contact. | hint: Leave it out, or name the right kind with --kind.", "--request-id", "1", "phone_number=1&sign=x")]
    [InlineData("error: --user-id must be a whole number, 1 or above. | hint: 'mini-app inspect --help' shows the options and examples.", "--user-id", "0", "x")]
    [InlineData("error: --bot-id is not an option for VK. | hint: Leave it out, or name the right platform with --platform.", "--bot-id", "1", "phone_number=1&sign=x&user_id=1")]
    public void What_does_not_fit_together_is_refused(string complaint, params string[] arguments) =>
        Assert.Equal(complaint, _tool.Run(["inspect", .. arguments]).Wrong());

    [Fact]
    public void An_object_on_several_lines_is_read_to_its_end()
    {
        var sign = ExampleProof.Phone();
        var input = $"{{\n  \"phone_number\": \"79990000000\",\r\n  \"sign\": \"{sign}\"\n}}\nmore";

        Assert.Contains("\nVerdict      good\n", _tool.RunOn(input, "inspect", "--user-id", "42").Good(), StringComparison.Ordinal);
        Assert.Equal(1, _tool.RunOn("{\n" + string.Concat(Enumerable.Repeat("\"a\": 1,\n", 300_000)), "inspect").Status);
        Assert.Equal(1, _tool.RunOn("{\n", "inspect").Status);
    }

    [Fact]
    public void A_huge_or_deep_or_binary_text_is_no_trap()
    {
        string[] texts =
        [
            new('{', 1_000_000),
            new('[', 1_000_000),
            "{\"sign\":\"" + new string('x', 1_000_000) + "\",\"ts\":1}",
            "[" + string.Join(',', Enumerable.Repeat("{}", 300_000)) + "]",
            "{\"sign\":1,\"ts\":1," + string.Join(',', Enumerable.Range(0, 85_000).Select(index => $"\"a{index:x}\":[]")) + "}",
            "sign=" + new string('%', 900_000) + "&ts=1",
            "{\"sign\":\"\\ud800\",\"ts\":1}",
            "{\"sign\":1,\"ts\":1",
            "//\u202e",
            "contact=" + Uri.EscapeDataString("{\"\\ud800 and more\":1}") + "&auth_date=1&hash=x",
            new('\0', 500_000),
        ];
        byte[] binary = [.. Enumerable.Range(0, 200_000).Select(index => (byte)(index * 31 % 251)), .. "sign=&ts=\u00ff"u8];

        Assert.All(texts, text => Assert.NotEqual(2, _tool.RunOn(text, "inspect").Status));
        Assert.All(new[] { "hash", "contact", "card", "payment", "widget" }, kind =>
        {
            Assert.NotEqual(2, _tool.RunOn(binary, "inspect", "--kind", kind).Status);
            Assert.NotEqual(2, _tool.RunOn(Encoding.UTF8.GetBytes(texts[2]), "inspect", "--kind", kind).Status);
        });
    }

    private string Kind(params string[] arguments)
    {
        using var json = JsonDocument.Parse(_tool.Run(["inspect", "--json", .. arguments]).Output);
        return json.RootElement.GetProperty("kind").GetString()!;
    }
}
