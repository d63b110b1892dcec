using System.Buffers.Text;
using System.Text;

namespace MiniApp.Tool.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("vk", """{"line":1,"ok":true,"userId":42,"appId":6736218}""")]
    [InlineData("telegram", """{"line":1,"ok":true,"userId":42,"botId":7342037359}""")]
    [InlineData("max", """{"line":1,"ok":true,"userId":42}""")]
    public void A_good_token_is_told_by_whom_and_for_what(string platform, string verdict) =>
        Assert.Equal(verdict + '\n', _tool.RunOn(Example.Sign(platform), "verify", "--platform", platform).Good());

    [Theory]
    [InlineData("vk", 3600, "ok")]
    [InlineData("vk", 3601, "expired")]
    [InlineData("vk", -60, "ok")]
    [InlineData("vk", -61, "not_yet_valid")]
    [InlineData("telegram", 86_400, "ok")]
    [InlineData("telegram", 86_401, "expired")]
    [InlineData("max", 86_400, "ok")]
    [InlineData("max", 86_401, "expired")]
    public void A_token_lives_as_long_as_the_platform_has_it(string platform, long age, string verdict) =>
        Assert.Equal([verdict], Verdicts(Example.Sign(platform, age), "--platform", platform));

    [Theory]
    [InlineData("00:00:10", 10, "ok")]
    [InlineData("00:00:10", 11, "expired")]
    [InlineData("00:00:00", 0, "ok")]
    [InlineData("00:00:00", 1, "expired")]
    public void A_lifetime_of_ones_own_counts_instead(string lifetime, long age, string verdict) =>
        Assert.Equal([verdict], Verdicts(Example.Sign("vk", age), "--lifetime", lifetime));

    [Theory]
    [InlineData("vk", "invalid_signature")]
    [InlineData("telegram", "invalid_proof")]
    [InlineData("max", "invalid_proof")]
    public void A_changed_token_is_refused(string platform, string reason)
    {
        var token = Example.Sign(platform);
        var changed = token.Replace("42", "43", StringComparison.Ordinal);

        Assert.NotEqual(token, changed, StringComparer.Ordinal);
        Assert.Equal(["ok", reason], Verdicts($"{token}\n{changed}", "--platform", platform), StringComparer.Ordinal);
    }

    [Fact]
    public void Every_line_gets_its_verdict_and_no_verdict_holds_a_part_of_the_line()
    {
        var noUser = Example.Sign("vk", userId: 0);
        var token = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Example.Sign("vk")));
        var lines = new[] { token, "", "?" + Example.Sign("vk"), noUser, "vk_secret_part=1&x=2", "\u001b[31m", "bm9uc2Vuc2U", "a&sign=1&sign=2" };
        var result = _tool.RunOn(string.Join("\r\n", lines), "verify");

        Assert.Equal((1, ""), (result.Status, result.Error));
        Assert.Equal(
            """
            {"line":1,"ok":true,"userId":42,"appId":6736218}
            {"line":2,"ok":false,"reason":"malformed","detail":"empty"}
            {"line":3,"ok":true,"userId":42,"appId":6736218}
            {"line":4,"ok":false,"reason":"no_user"}
            {"line":5,"ok":false,"reason":"missing_parameter"}
            {"line":6,"ok":false,"reason":"malformed"}
            {"line":7,"ok":false,"reason":"missing_parameter"}
            {"line":8,"ok":false,"reason":"duplicate_parameter"}

            """.ReplaceLineEndings("\n"),
            result.Output);
    }

    [Fact]
    public void Ten_thousand_lines_are_counted_right()
    {
        var input = new StringBuilder();
        for (var i = 1; i <= 10_000; i++)
        {
            input.Append(Example.Sign("vk", age: i % 7 == 0 ? 3601 : 0, userId: i)).Append('\n');
        }

        var result = _tool.RunOn(input.ToString(), "verify");
        var verdicts = result.Output.TrimEnd('\n').Split('\n');

        Assert.Equal(1, result.Status);
        Assert.Equal(
            Enumerable.Range(1, 10_000).Select(i => i % 7 == 0
                ? $$"""{"line":{{i}},"ok":false,"reason":"expired"}"""
                : $$"""{"line":{{i}},"ok":true,"userId":{{i}},"appId":6736218}"""),
            verdicts,
            StringComparer.Ordinal);
    }

    [Fact]
    public void Without_a_token_nothing_is_good() =>
        Assert.Equal(
            "error: There is no token on standard input. | hint: Write the tokens there, one per line.", _tool.RunOn("", "verify").Wrong());

    [Fact]
    public void A_bot_that_is_known_by_its_id_alone_is_judged_by_telegrams_own_signature()
    {
        using var tool = new TestTool(withKeys: false);
        var without = Example.Sign("telegram");
        var wrong = Example.Sign("telegram", additional: ("signature", Base64Url.EncodeToString(new byte[64])));
        var result = tool.RunOn($"{without}\n{wrong}", "verify", "--platform", "telegram", "--bot-id", "7342037359");

        Assert.Equal(["missing_proof", "invalid_proof"], VerdictLines.Read(result.Output));
    }

    private string[] Verdicts(string input, params string[] options) => _tool.Verify(input, options);
}
