using System.IO.Pipelines;
using System.Text;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>A body's pipe is what it was, and is copied however it is used.</summary>
public class CopyingPipeWriterTests
{
    private readonly Pipe _pipe = new();
    private readonly BodyCopy _copy = new();

    private CopyingPipeWriter Writer => field ??= new CopyingPipeWriter(_pipe.Writer, _copy);

    [Fact]
    public async Task Every_way_to_write_writes_and_copies()
    {
        "a_"u8.CopyTo(Writer.GetSpan(2));
        Writer.Advance(1);
        "b"u8.CopyTo(Writer.GetMemory(1).Span);
        Writer.Advance(1);
        Assert.Equal((true, 2), (Writer.CanGetUnflushedBytes, Writer.UnflushedBytes));
        await Writer.FlushAsync(TestContext.Current.CancellationToken);
        await Writer.WriteAsync("c"u8.ToArray(), TestContext.Current.CancellationToken);
        await Writer.CompleteAsync();

        var read = await _pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.True(read.IsCompleted);
        Assert.Equal("abc", Encoding.ASCII.GetString(read.Buffer));
        Assert.Equal("abc", Encoding.ASCII.GetString(_copy.Kept));
    }

    [Fact]
    public async Task Memory_may_be_filled_in_several_steps()
    {
        var memory = Writer.GetMemory(4);
        "abcd"u8.CopyTo(memory.Span);
        Writer.Advance(2);
        Writer.Advance(2);
        Writer.CancelPendingFlush();

        Assert.True((await Writer.FlushAsync(TestContext.Current.CancellationToken)).IsCanceled);
        Writer.Complete();
        Assert.Equal("abcd", Encoding.ASCII.GetString(_copy.Kept));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public void More_than_was_offered_is_the_pipes_own_error(int bytes)
    {
        Writer.GetMemory(4);

        Assert.ThrowsAny<ArgumentException>(() => Writer.Advance(bytes));
        Assert.Equal(0, _copy.Length);
    }
}
