using System.Text.Unicode;

namespace MiniApp.Tests;

public class Utf8SequenceTests
{
    /// <summary>Every pair of bytes that a character may begin with, and every kind of byte behind.</summary>
    [Fact]
    public void Bytes_are_UTF_8_where_the_framework_says_so()
    {
        byte[] kinds = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xFF];

        for (var first = 0; first < 256; first++)
        {
            for (var second = 0; second < 256; second++)
            {
                AssertAsFramework([(byte)first]);
                AssertAsFramework([(byte)first, (byte)second]);
                foreach (var third in kinds)
                {
                    AssertAsFramework([(byte)first, (byte)second, third]);
                    Assert.All(kinds, fourth => AssertAsFramework([(byte)first, (byte)second, third, fourth]));
                }
            }
        }
    }

    private static void AssertAsFramework(ReadOnlySpan<byte> bytes)
    {
        var sequence = default(Utf8Sequence);
        var isText = true;
        foreach (var next in bytes)
        {
            isText = isText && sequence.TryAdd(next);
        }

        if ((isText && sequence.IsWhole) != Utf8.IsValid(bytes))
        {
            Assert.Fail(Convert.ToHexString(bytes));
        }
    }
}
