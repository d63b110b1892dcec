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
    public void Copy_takes_every_length_and_writes_no_further_than_a_block()
    {
        byte[] source = [.. Enumerable.Range(1, 150).Select(i => (byte)i)];

        for (var length = 0; length <= 100; length++)
        {
            var destination = new byte[150];
            PlainBytes.Copy(source, destination, length);

            Assert.Equal(source[..length], destination[..length]);
            Assert.All(destination[(length + PlainBytes.BlockLength)..], value => Assert.Equal(0, value));
        }
    }
}
