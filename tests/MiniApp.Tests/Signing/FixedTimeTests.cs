namespace MiniApp.Tests;

public class FixedTimeTests
{
    public static TheoryData<int> Lengths => [.. Enumerable.Range(8, 60)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Texts_are_equal_only_if_every_bit_is(int length)
    {
        byte[] left = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31))];
        byte[] right = [.. left];
        Assert.True(FixedTime.Equals(left, right));

        for (var bit = 0; bit < length * 8; bit++)
        {
            right[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.False(FixedTime.Equals(left, right));
            Assert.False(FixedTime.Equals(right, left));
            right[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Fact]
    public void Two_differences_that_are_alike_do_not_cancel_each_other()
    {
        byte[] left = new byte[64];
        for (var first = 0; first < left.Length; first++)
        {
            for (var second = first + 1; second < left.Length; second++)
            {
                byte[] right = new byte[64];
                right[first] = right[second] = 0x40;
                Assert.False(FixedTime.Equals(left, right), $"{first} and {second}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Texts_of_different_lengths_are_different(int length)
    {
        Assert.False(FixedTime.Equals(new byte[length], new byte[length + 1]));
        Assert.False(FixedTime.Equals(new byte[length], new byte[length - 1]));
        Assert.False(FixedTime.Equals(new byte[length], []));
    }
}
