namespace MiniApp.Tests;

public class UnreservedBytesTests
{
    [Fact]
    public void Special_are_at_every_place_the_bytes_that_encoding_does_not_leave()
    {
        var block = new byte[UnreservedBytes.BlockLength];
        block.AsSpan().Fill((byte)'a');

        for (var place = 0; place < block.Length; place++)
        {
            for (var code = 0; code < 256; code++)
            {
                block[place] = (byte)code;
                var isPlain = char.IsAsciiLetterOrDigit((char)code) || code is '-' or '_' or '.';
                AssertAll(
                    isPlain ? 0 : 1UL << place,
                    UnreservedBytes.FindReserved(block),
                    UnreservedBytes.FindReservedAtOnce(block),
                    UnreservedBytes.FindReservedByHalves(block));
            }

            block[place] = (byte)'a';
        }
    }

    [Fact]
    public void One_byte_is_found_at_every_place()
    {
        var block = new byte[UnreservedBytes.BlockLength];
        for (var place = 0; place < block.Length; place++)
        {
            for (var code = 0; code < 256; code++)
            {
                block[place] = (byte)code;
                AssertAll(
                    code == '&' ? 1UL << place : 0,
                    UnreservedBytes.Find(block, (byte)'&'),
                    UnreservedBytes.FindAtOnce(block, (byte)'&'),
                    UnreservedBytes.FindByHalves(block, (byte)'&'));
            }

            block[place] = 0;
        }
    }

    [Fact]
    public void Copy_takes_all_that_is_asked_for_and_less_than_a_block_more()
    {
        byte[] source = [.. Enumerable.Range(0, 300).Select(i => (byte)(1 + i % 251))];

        for (var length = 1; length <= 200; length++)
        {
            var destination = new byte[300];
            UnreservedBytes.Copy(source, destination, length);

            var copied = destination.Count(value => value != 0);
            Assert.InRange(copied, length, length + UnreservedBytes.BlockLength - 1);
            Assert.Equal(source[..copied], destination[..copied]);
        }
    }

    [Fact]
    public void Block_is_copied_whole_on_every_processor()
    {
        byte[] source = [.. Enumerable.Range(1, UnreservedBytes.BlockLength + 1).Select(i => (byte)i)];
        byte[] expected = [.. source[..UnreservedBytes.BlockLength], 0];

        var (atOnce, byHalves) = (new byte[source.Length], new byte[source.Length]);
        UnreservedBytes.CopyAtOnce(source, atOnce);
        UnreservedBytes.CopyByHalves(source, byHalves);

        Assert.All([atOnce, byHalves], copy => Assert.Equal(expected, copy));
    }

    [Theory]
    [InlineData(63, 64, 1)]
    [InlineData(64, 63, 1)]
    [InlineData(127, 128, 65)]
    [InlineData(128, 127, 65)]
    public void Copy_goes_beyond_neither_span(int source, int destination, int length) =>
        Assert.ThrowsAny<ArgumentException>(() => UnreservedBytes.Copy(new byte[source], new byte[destination], length));

    [Fact]
    public void Less_than_a_block_is_not_looked_at() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UnreservedBytes.FindReserved(new byte[UnreservedBytes.BlockLength - 1]));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(63, ulong.MaxValue >> 1)]
    [InlineData(64, ulong.MaxValue)]
    [InlineData(65, ulong.MaxValue)]
    public void First_bytes_are_as_many_as_there_are_in_a_block(int count, ulong expected) =>
        Assert.Equal(expected, UnreservedBytes.First(count));

    /// <summary>Which of the ways is gone depends on the processor, and no processor may make a difference.</summary>
    private static void AssertAll(ulong expected, params ulong[] found) => Assert.All(found, mask => Assert.Equal(expected, mask));
}
