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
                Assert.Equal(isPlain ? 0 : 1UL << place, UnreservedBytes.FindReserved(block));
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
                Assert.Equal(code == '&' ? 1UL << place : 0, UnreservedBytes.Find(block, (byte)'&'));
            }

            block[place] = 0;
        }
    }

    [Fact]
    public void Copy_takes_all_that_is_asked_for_and_less_than_half_a_block_more()
    {
        byte[] source = [.. Enumerable.Range(1, 250).Select(i => (byte)i)];

        for (var length = 1; length <= 200; length++)
        {
            var destination = new byte[250];
            UnreservedBytes.Copy(source, destination, length);

            var copied = destination.Count(value => value != 0);
            Assert.InRange(copied, length, length + UnreservedBytes.BlockLength / 2 - 1);
            Assert.Equal(source[..copied], destination[..copied]);
        }
    }

    [Theory]
    [InlineData(31, 32, 1)]
    [InlineData(32, 31, 1)]
    [InlineData(63, 64, 33)]
    [InlineData(64, 63, 33)]
    public void Copy_goes_beyond_neither_span(int source, int destination, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UnreservedBytes.Copy(new byte[source], new byte[destination], length));

    [Fact]
    public void Less_than_a_block_is_not_looked_at() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UnreservedBytes.FindReserved(new byte[UnreservedBytes.BlockLength - 1]));
}
