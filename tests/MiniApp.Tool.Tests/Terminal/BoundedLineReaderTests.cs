using System.Globalization;
using System.Text;

namespace MiniApp.Tool.Tests.Terminal;

/// <summary>Tokens on standard input, as verify reads them.</summary>
public sealed class BoundedLineReaderTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

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
        Assert.Equal([string.IsNullOrWhiteSpace(rest) ? "ok" : "malformed too_long"], Verdicts(Padded(8192) + rest + '\n'));

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
    public void Whoever_waits_for_an_answer_gets_it_before_the_next_question()
    {
        using var output = new FlushedOutput();
        using var input = new Conversation([Example.Sign("vk"), "", Example.Sign("vk")], () => output.Flushed);
        _tool.RunOn(input, output, "verify");

        Assert.Equal([0, 1, 2, 3], input.AnswersAtEachQuestion);
    }

    /// <summary>A good token of this length.</summary>
    private static string Padded(int length)
    {
        var token = Example.Sign("vk") + "&x=";
        return token + new string('x', length - token.Length);
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("verify", "--secret-stdin")]
    public void A_line_without_an_end_is_not_read_to_it(params string[] arguments)
    {
        using var output = new StringWriter();
        var result = _tool.RunOn(new EndlessLine(), output, arguments);

        Assert.Equal(arguments[0] == "inspect" ? 1 : 2, result.Status);
    }

    [Theory]
    [InlineData("curl \\\n")]
    [InlineData("{\n")]
    public void Lines_that_belong_together_are_not_read_to_no_end(string beginning)
    {
        using var input = new EndlessLines(beginning, new string('x', 500_000) + "\\\n");
        using var output = new StringWriter();

        Assert.Equal(1, _tool.RunOn(input, output, "inspect").Status);
        Assert.InRange(input.Count, 1_000_000, 2_000_000);
    }

    private string[] Verdicts(string input) => _tool.Verify(input);

    private string[] Verdicts(byte[] input) => _tool.Verify(input);

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

    private sealed class EndlessLine : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }

    /// <summary>A beginning, and a line over and over; it counts what was read.</summary>
    private sealed class EndlessLines(string beginning, string line) : MemoryStream
    {
        private readonly byte[] _beginning = Encoding.ASCII.GetBytes(beginning);
        private readonly byte[] _line = Encoding.ASCII.GetBytes(line);

        public int Count { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            for (var index = 0; index < buffer.Length; index++, Count++)
            {
                buffer[index] = Count < _beginning.Length ? _beginning[Count] : _line[(Count - _beginning.Length) % _line.Length];
            }

            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
