using System.Globalization;
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
        Assert.True(DecimalDigits.TryRead(Encoding.UTF8.GetBytes(text), out var fromBytes));
        Assert.True(DecimalDigits.TryRead(text, out var fromText));
        Assert.Equal((expected, expected, expected), (fromChars, fromBytes, fromText));
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
        Assert.False(DecimalDigits.TryRead(Encoding.UTF8.GetBytes(text), out var fromBytes));
        Assert.False(DecimalDigits.TryRead(text, out var fromText));
        Assert.Equal((0, 0, 0), (fromChars, fromBytes, fromText));
    }

    /// <summary>Eight digits are read at once, so a number has to be right whichever of its digits are, and with a foreign byte at any place.</summary>
    [Fact]
    public void Text_of_any_length_is_read_as_the_number_it_spells_and_refused_with_any_foreign_byte_at_any_place()
    {
        var random = new Random(9);
        for (var length = 1; length <= 20; length++)
        {
            for (var round = 0; round < 200; round++)
            {
                var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(10))));
                var fits = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var expected);

                Assert.Equal(fits, DecimalDigits.TryRead(text, out var read));
                Assert.Equal(fits, DecimalDigits.TryRead(Encoding.ASCII.GetString(text), out var fromText));
                Assert.Equal((expected, expected), (read, fromText));
            }

            var digits = Encoding.ASCII.GetBytes(new string('7', length));
            for (var place = 0; place < length; place++)
            {
                for (var code = 0; code < 256; code++)
                {
                    digits[place] = (byte)code;
                    var expected = 0L;
                    var fits = code is >= '0' and <= '9' && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out expected);

                    Assert.Equal(fits, DecimalDigits.TryRead(digits, out var read));
                    Assert.Equal(fits, DecimalDigits.TryRead(Encoding.Latin1.GetString(digits), out var fromText));
                    Assert.Equal((expected, expected), (read, fromText));
                }

                // Its lower byte is that of a digit.
                var foreign = $"{new string('7', place)}\u0137{new string('7', length - place - 1)}";
                Assert.False(DecimalDigits.TryRead(foreign, out var none));
                Assert.Equal(0, none);

                digits[place] = (byte)'7';
            }
        }
    }

    [Fact]
    public void Of_all_characters_ten_are_digits() => Assert.Equal(
        "0123456789", string.Concat(Enumerable.Range(0, 65536).Select(code => (char)code).Where(c => DecimalDigits.TryRead<char>([c], out _))));
}
