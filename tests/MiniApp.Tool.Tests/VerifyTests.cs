using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MiniApp.Tool.Tests;

public sealed class VerifyTests : IDisposable
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

    [Theory]
    [InlineData(8192, "ok")]
    [InlineData(8193, "malformed too_long")]
    [InlineData(8194, "malformed too_long")]
    [InlineData(100_000, "malformed too_long")]
    public void A_line_may_be_as_long_as_a_token_may_be(int length, string verdict)
    {
        var token = Padded(length);

        Assert.Equal([verdict, "ok"], Verdicts($"{token}\n{Example.Sign("vk")}\n"));
        Assert.Equal([verdict, "ok"], Verdicts($"{token}\r\n{Example.Sign("vk")}\r\n"));
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\rx")]
    [InlineData("\r\r")]
    [InlineData("\rmore than the reader looks at")]
    public void A_carriage_return_hides_nothing_behind_it(string rest) =>
        Assert.Equal([rest == "\r" ? "ok" : "malformed too_long"], Verdicts(Padded(8192) + rest + '\n'));

    [Fact]
    public void Bytes_that_are_no_text_are_refused_in_their_own_line()
    {
        var good = Encoding.ASCII.GetBytes(Example.Sign("vk"));
        byte[] binary = [0xFF, 0x00, 0x1B, 0x80, (byte)'&', 0xC3];
        byte[] insideOfAValue = [.. "vk_ref="u8, 0xC3, .. "&"u8, .. good];

        Assert.Equal(["ok", "malformed", "malformed", "ok"], Verdicts([.. good, 10, .. binary, 10, .. insideOfAValue, 10, .. good, 10]));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_token() =>
        Assert.Equal(["ok"], Verdicts([.. Encoding.UTF8.GetPreamble(), .. Encoding.ASCII.GetBytes(Example.Sign("vk"))]));

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
    public void Whoever_waits_for_an_answer_gets_it_before_the_next_question()
    {
        using var output = new FlushedOutput();
        using var input = new Conversation([Example.Sign("vk"), "", Example.Sign("vk")], () => output.Flushed);
        _tool.RunOn(input, output, "verify");

        Assert.Equal([0, 1, 2, 3], input.AnswersAtEachQuestion);
    }

    [Fact]
    public void Without_a_token_nothing_is_good() =>
        Assert.Equal(
            "error: There is no token on standard input. | hint: Write the tokens there, one a line.", _tool.RunOn("", "verify").Wrong());

    [Fact]
    public void A_bot_that_is_known_by_its_id_alone_is_judged_by_telegrams_own_signature()
    {
        using var tool = new TestTool(withKeys: false);
        var without = Example.Sign("telegram");
        var wrong = Example.Sign("telegram", additional: ("signature", Base64Url.EncodeToString(new byte[64])));
        var result = tool.RunOn($"{without}\n{wrong}", "verify", "--platform", "telegram", "--bot-id", "7342037359");

        Assert.Equal(["missing_proof", "invalid_proof"], Read(result.Output));
    }

    /// <summary>A good token of this length.</summary>
    private static string Padded(int length)
    {
        var token = Example.Sign("vk") + "&x=";
        return token + new string('x', length - token.Length);
    }

    private string[] Verdicts(string input, params string[] options) => Verdicts(Encoding.UTF8.GetBytes(input), options);

    private string[] Verdicts(byte[] input, params string[] options)
    {
        var result = _tool.RunOn(input, ["verify", .. options]);
        var verdicts = Read(result.Output);

        Assert.Equal(("", Array.TrueForAll(verdicts, verdict => verdict == "ok") ? 0 : 1), (result.Error, result.Status));
        return verdicts;
    }

    private static string[] Read(string output) => [.. output.TrimEnd('\n').Split('\n').Select((line, index) =>
    {
        using var json = JsonDocument.Parse(line);
        var verdict = json.RootElement;
        Assert.Equal(index + 1, verdict.GetProperty("line").GetInt32());

        var words = new[] { "reason", "detail" }.Select(name => verdict.TryGetProperty(name, out var word) ? word.GetString() : null);
        return verdict.GetProperty("ok").GetBoolean() ? "ok" : string.Join(' ', words.Where(word => word is not null));
    })];

    private sealed class FlushedOutput : StringWriter
    {
        public FlushedOutput()
            : base(CultureInfo.InvariantCulture)
        {
        }

        public string Flushed { get; private set; } = "";

        public override void Flush() => Flushed = ToString();
    }

    /// <summary>Hands out a line at a time, and notes how many answers were there to be seen each time it was asked for one.</summary>
    private sealed class Conversation(string[] lines, Func<string> answers) : MemoryStream
    {
        private int _next;

        public List<int> AnswersAtEachQuestion { get; } = [];

        public override int Read(Span<byte> buffer)
        {
            AnswersAtEachQuestion.Add(answers().Count(character => character == '\n'));
            return _next == lines.Length ? 0 : Encoding.UTF8.GetBytes(lines[_next++] + '\n', buffer);
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
