using System.Text;

namespace MiniApp.Tests;

public class DecimalDigitsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("9", 9)]
    [InlineData("007", 7)]
    [InlineData("1234567890", 1234567890)]
    [InlineData("9223372036854775799", 9223372036854775799)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("00000000000000000000000000000009223372036854775807", long.MaxValue)]
    public void Digits_that_fit_are_read(string text, long expected)
    {
        Assert.True(DecimalDigits.TryRead<char>(text, out var fromChars));
        Assert.True(DecimalDigits.TryRead<byte>(Encoding.UTF8.GetBytes(text), out var fromBytes));
        Assert.Equal((expected, expected), (fromChars, fromBytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("9223372036854775808")]
    [InlineData("9223372036854775809")]
    [InlineData("9223372036854775810")]
    [InlineData("18446744073709551615")]
    [InlineData("18446744073709551616")]
    [InlineData("18446744073709551617")]
    [InlineData("99999999999999999999999999999999999999999")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1_000")]
    [InlineData("1:")]
    [InlineData("1/")]
    [InlineData("1\0")]
    [InlineData("١")]
    [InlineData("1\u0131")]
    [InlineData("\u0130")]
    [InlineData("\uFF11")]
    public void Anything_else_is_refused_and_reads_as_0(string text)
    {
        Assert.False(DecimalDigits.TryRead<char>(text, out var fromChars));
        Assert.False(DecimalDigits.TryRead<byte>(Encoding.UTF8.GetBytes(text), out var fromBytes));
        Assert.Equal((0, 0), (fromChars, fromBytes));
    }

    [Fact]
    public void Of_all_characters_ten_are_digits() => Assert.Equal(
        "0123456789", string.Concat(Enumerable.Range(0, 65536).Select(code => (char)code).Where(c => DecimalDigits.TryRead([c], out _))));
}
