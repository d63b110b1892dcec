using System.Text;

namespace MiniApp.Tests;

public class FormUrlEncodingTests
{
    [Fact]
    public void Every_byte_is_encoded_as_PHP_does()
    {
        const string plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

        Assert.All(Enumerable.Range(0, 256), code => Assert.Equal(
            plain.Contains((char)code, StringComparison.Ordinal) ? $"{(char)code}" : code == ' ' ? "+" : $"%{code:X2}",
            Encode([(byte)code], FormUrlStyle.Rfc1738)));
    }

    [Fact]
    public void Styles_differ_in_the_space_and_the_tilde_alone()
    {
        var different = Enumerable.Range(0, 256)
            .Where(code => Encode([(byte)code], FormUrlStyle.Rfc1738) != Encode([(byte)code], FormUrlStyle.Rfc3986))
            .Select(code => (char)code);

        Assert.Equal([' ', '~'], different);
        Assert.Equal("%20~", Encode(" ~"u8, FormUrlStyle.Rfc3986));
        Assert.Equal("+%7E", Encode(" ~"u8, FormUrlStyle.Rfc1738));
    }

    /// <summary>The numbers are put into tables when the first text is written. Here each is made anew.</summary>
    [Theory]
    [InlineData(nameof(FormUrlStyle.Rfc1738), "+", "%7E")]
    [InlineData(nameof(FormUrlStyle.PlainTilde), "+", "~")]
    [InlineData(nameof(FormUrlStyle.EscapedSpace), "%20", "%7E")]
    [InlineData(nameof(FormUrlStyle.Rfc3986), "%20", "~")]
    public void Number_of_a_byte_is_its_spelling_from_the_lowest_byte_on_and_its_length_in_the_highest(string style, string space, string tilde)
    {
        for (var code = 0; code < 256; code++)
        {
            var expected = code == ' ' ? space : code == '~' ? tilde : code < 128 ? Uri.EscapeDataString($"{(char)code}") : $"%{code:X2}";
            var number = FormUrlEncoding.Spell((byte)code, Enum.Parse<FormUrlStyle>(style));
            var spelling = string.Concat(Enumerable.Range(0, 3).Select(place => (char)(byte)(number >> 8 * place))).TrimEnd('\0');

            Assert.Equal((expected, expected.Length), (spelling, (int)(number >> 24)));
        }
    }

    [Fact]
    public void Nothing_is_written_beyond_the_room_that_is_given()
    {
        var memory = new byte[64];
        var tooShort = FormUrlEncoding.MaxByteCount(4) - 1;

        Assert.Throws<ArgumentOutOfRangeException>(
            "destination", () => FormUrlEncoding.Encode("&&&&"u8, memory.AsSpan(0, tooShort), FormUrlStyle.Rfc1738));
        Assert.Equal(12, FormUrlEncoding.Encode("&&&&"u8, memory.AsSpan(0, tooShort + 1), FormUrlStyle.Rfc1738));
        Assert.All(memory[(tooShort + 1)..], value => Assert.Equal(0, value));
    }

    /// <summary>Plain bytes are moved sixteen at once over what was decoded before them, and none that was not read yet may be lost.</summary>
    [Fact]
    public void Text_is_decoded_with_any_number_of_escapes_before_plain_bytes_of_any_length()
    {
        for (var escapes = 1; escapes <= 20; escapes++)
        {
            for (var plain = 0; plain <= 50; plain++)
            {
                var run = string.Concat(Enumerable.Range(0, plain).Select(i => (char)('a' + i % 26)));
                foreach (var between in new[] { "%26", "+", "%D1%8F" })
                {
                    var encoded = string.Concat(Enumerable.Repeat("%2C", escapes)) + run + between + run + "%7E" + run;
                    var text = Encoding.UTF8.GetBytes(encoded);

                    Assert.True(FormUrlEncoding.TryDecode(text, out var length));
                    Assert.Equal(Uri.UnescapeDataString(encoded.Replace('+', ' ')), Encoding.UTF8.GetString(text, 0, length));
                }
            }
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("&plain", "%26plain")]
    [InlineData("plain&", "plain%26")]
    [InlineData("a&&b", "a%26%26b")]
    public void Plain_and_reserved_stand_in_any_order(string text, string expected) =>
        Assert.Equal(expected, Encode(Encoding.UTF8.GetBytes(text), FormUrlStyle.Rfc1738));

    [Fact]
    public void Longest_encoding_takes_all_of_the_room_but_one_byte() =>
        Assert.Equal(FormUrlEncoding.MaxByteCount(5) - 1, Encode("&&&&&"u8, FormUrlStyle.Rfc1738).Length);

    [Fact]
    public void Escape_is_two_hex_digits_of_either_case_and_nothing_else()
    {
        for (var high = 0; high < 128; high++)
        {
            for (var low = 0; low < 128; low++)
            {
                var isAscii = char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low) && high < '8';
                Span<byte> text = [(byte)'%', (byte)high, (byte)low];
                var decoded = FormUrlEncoding.TryDecode(text, out var length);

                Assert.Equal(isAscii, decoded);
                Assert.Equal(isAscii ? Convert.FromHexString($"{(char)high}{(char)low}") : [], decoded ? text[..length] : []);
            }
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("a+b%20c", "a b c")]
    [InlineData("%41%42C", "ABC")]
    [InlineData("%2B%252B", "+%2B")]
    [InlineData("%D0%9f", "П")]
    [InlineData("+", " ")]
    public void Text_is_decoded_where_it_stands(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.True(FormUrlEncoding.TryDecode(bytes, out var length));
        Assert.Equal(expected, Encoding.UTF8.GetString(bytes, 0, length));
    }

    [Theory]
    [InlineData("%D1я")]
    [InlineData("%D1a%8F")]
    [InlineData("%D1")]
    [InlineData("%8F")]
    [InlineData("я%8F")]
    [InlineData("%F0%9F%98a")]
    [InlineData("%ED%A0%80")]
    [InlineData("%F0%9F+%98%80")]
    public void Half_of_a_character_is_no_text_beside_whatever_it_stands(string text) =>
        Assert.False(FormUrlEncoding.TryDecode(Encoding.UTF8.GetBytes(text), out _));

    private static string Encode(ReadOnlySpan<byte> text, FormUrlStyle style)
    {
        var destination = new byte[FormUrlEncoding.MaxByteCount(text.Length)];
        return Encoding.ASCII.GetString(destination, 0, FormUrlEncoding.Encode(text, destination, style));
    }
}
