using System.Text;

#pragma warning disable CA1835 // every overload is used somewhere

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>A body's stream is what it was, and is copied however it is used.</summary>
public class CopyingStreamTests
{
    [Fact]
    public async Task Every_way_to_read_reads_and_copies()
    {
        var copy = new BodyCopy();
        await using var stream = new CopyingStream(new MemoryStream("abcdefgh"u8.ToArray()), copy);
        var buffer = new byte[8];

        Assert.Equal('a', stream.ReadByte());
        Assert.Equal(1, stream.Read(buffer, 1, 1));
        Assert.Equal(1, stream.Read(buffer.AsSpan(2, 1)));
        Assert.Equal(1, await stream.ReadAsync(buffer, 3, 1, TestContext.Current.CancellationToken));
        Assert.Equal(4, await stream.ReadAsync(buffer.AsMemory(4), TestContext.Current.CancellationToken));
        Assert.Equal(0, await stream.ReadAsync(buffer.AsMemory(), TestContext.Current.CancellationToken));

        Assert.Equal("\0bcdefgh", Encoding.ASCII.GetString(buffer));
        Assert.Equal("abcdefgh", Encoding.ASCII.GetString(copy.Kept));
    }

    [Fact]
    public async Task Every_way_to_write_writes_and_copies()
    {
        var copy = new BodyCopy();
        var inner = new MemoryStream();
        await using var stream = new CopyingStream(inner, copy);

        stream.WriteByte((byte)'a');
        stream.Write("_b_"u8.ToArray(), 1, 1);
        stream.Write("c"u8);
        await stream.WriteAsync("_d_"u8.ToArray(), 1, 1, TestContext.Current.CancellationToken);
        await stream.WriteAsync("e"u8.ToArray(), TestContext.Current.CancellationToken);
        stream.Flush();
        await stream.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Equal("abcde", Encoding.ASCII.GetString(inner.ToArray()));
        Assert.Equal("abcde", Encoding.ASCII.GetString(copy.Kept));
    }

    [Fact]
    public void It_can_do_what_the_stream_below_can()
    {
        using var inner = new MemoryStream(new byte[4], writable: false);
        using var stream = new CopyingStream(inner, new BodyCopy());

        Assert.Equal((true, true, false, false), (stream.CanRead, stream.CanSeek, stream.CanWrite, stream.CanTimeout));
        stream.Position = 1;
        Assert.Equal((1, 4, 3), (stream.Position, stream.Length, stream.Seek(2, SeekOrigin.Current)));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(1));
    }
}
