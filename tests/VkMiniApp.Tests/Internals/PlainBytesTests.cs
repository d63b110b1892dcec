using MiniApp;

namespace VkMiniApp.Tests.Internals;

public class PlainBytesTests
{
    [Fact]
    public void Mask_marks_at_every_place_the_bytes_that_encoding_leaves()
    {
        var block = new byte[PlainBytes.BlockLength];

        for (var place = 0; place < block.Length; place++)
        {
            for (var code = 0; code < 256; code++)
            {
                block[place] = (byte)code;
                var isPlain = char.IsAsciiLetterOrDigit((char)code) || code is '-' or '_' or '.';
                Assert.Equal(isPlain ? 1U << place : 0, PlainBytes.Mask(block));
            }

            block[place] = 0;
        }
    }

    [Fact]
    public void Copy_takes_a_block_and_writes_no_further()
    {
        byte[] source = [.. Enumerable.Range(1, 150).Select(i => (byte)i)];
        var destination = new byte[150];

        PlainBytes.Copy(source, destination);

        Assert.Equal(source[..PlainBytes.BlockLength], destination[..PlainBytes.BlockLength]);
        Assert.All(destination[PlainBytes.BlockLength..], value => Assert.Equal(0, value));
    }

    [Fact]
    public void Copy_goes_beyond_neither_span()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PlainBytes.Copy(new byte[PlainBytes.BlockLength - 1], new byte[PlainBytes.BlockLength]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlainBytes.Copy(new byte[PlainBytes.BlockLength], new byte[PlainBytes.BlockLength - 1]));
    }
}
