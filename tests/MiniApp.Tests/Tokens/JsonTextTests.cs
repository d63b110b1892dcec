using System.Text;
using System.Text.Json;

namespace MiniApp.Tests;

public class JsonTextTests
{
    [Theory]
    [InlineData("\"", "", 0)]
    [InlineData("abc\"def", "abc", 3)]
    [InlineData("\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", 16)]
    [InlineData("a\\u0041\\u00e9\\u20AC\\ud83d\\uDE00z\"", "aAé€😀z", 32)]
    [InlineData("я\\u0000\"", "я\0", 8)]
    public void Text_is_read_up_to_its_end_and_written_without_escapes(string json, string expected, int received)
    {
        var text = Encoding.UTF8.GetBytes(json);

        Assert.True(JsonText.TryUnescape(text, out var length, out var read));
        Assert.Equal((expected, received), (Encoding.UTF8.GetString(text, 0, length), read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("a\nb\"")]
    [InlineData("\\n\u001f\"")]
    [InlineData("\\")]
    [InlineData("\\\"")]
    [InlineData("\\x41\"")]
    [InlineData("\\U0041\"")]
    [InlineData("\\u004\"")]
    [InlineData("\\u004g\"")]
    [InlineData("\\u")]
    [InlineData("\\ud83d\"")]
    [InlineData("\\ud83d\\u0041\"")]
    [InlineData("\\ud83d\\ud83d\"")]
    [InlineData("\\ude00\\ud83d\"")]
    public void Text_that_JSON_does_not_know_is_none(string json) =>
        Assert.False(JsonText.TryUnescape(Encoding.UTF8.GetBytes(json), out _, out _));

    /// <summary>The framework's reader says the same of a hundred thousand texts; that it throws is why it is not used.</summary>
    [Fact]
    public void Text_is_what_the_frameworks_reader_makes_of_it()
    {
        var random = new Random(5);
        string[] pieces = ["\\", "\"", "u", "\\u0041", "\\ud83d", "\\ude00", "\\n", "\\/", "n", "я", "\n", "4", "\\u00", "a", " "];
        var read = 0;

        for (var round = 0; round < 100_000; round++)
        {
            var json = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)])) + "\"";
            var end = Encoding.UTF8.GetBytes(json);
            var expected = FirstText("\"" + json);

            var isText = JsonText.TryUnescape(end, out var length, out _);

            Assert.Equal(expected, isText ? Encoding.UTF8.GetString(end, 0, length) : null);
            read += isText ? 1 : 0;
        }

        Assert.InRange(read, 20_000, 80_000);
    }

    [Theory]
    [InlineData("{\"a\":\"\\ud83d\"}", "{\"a\":\"\\ufffd\"}")]
    [InlineData("\\ud83d\\ude00\\ude00\\ud83d", "\\ud83d\\ude00\\ufffd\\ufffd")]
    [InlineData("\\\\ud83d\\\\\\uDE00", "\\\\ud83d\\\\\\ufffd")]
    [InlineData("\\ud83d\\u0041", "\\ufffd\\u0041")]
    [InlineData("\\ud83", "\\ud83")]
    [InlineData("\\", "\\")]
    [InlineData("", "")]
    [InlineData("\\u0041я\\n", "\\u0041я\\n")]
    public void Escape_that_is_half_of_a_character_is_replaced_and_nothing_else_is(string json, string mended)
    {
        var text = Encoding.UTF8.GetBytes(json);

        Assert.Equal(mended, Encoding.UTF8.GetString(JsonText.MendHalves(text, new byte[text.Length])));
        Assert.Equal(json, Encoding.UTF8.GetString(text));
    }

    /// <summary>Sixteen characters are looked at at once, and then the rest.</summary>
    [Fact]
    public void First_character_that_does_not_stand_for_itself_is_found_at_any_place_of_any_length()
    {
        for (var length = 0; length <= 40; length++)
        {
            var json = Enumerable.Repeat((byte)' ', length).ToArray();
            Assert.True(JsonText.FindSpecial(json) < 0);

            for (var place = 0; place < length; place++)
            {
                for (var code = 0; code < 256; code++)
                {
                    json[place] = (byte)code;
                    Assert.Equal(code is < 0x20 or '"' or '\\' ? place : -1, JsonText.FindSpecial(json));
                }

                json[place] = (byte)' ';
            }
        }
    }

    [Theory]
    [InlineData("\\n", 2)]
    [InlineData("\\u0041", 6)]
    [InlineData("\\ud83d", 6)]
    [InlineData("\\x", 0)]
    [InlineData("\\u004", 0)]
    [InlineData("\\", 0)]
    [InlineData("a", 0)]
    [InlineData("", 0)]
    public void Escape_is_read_where_JSON_knows_it_be_it_half_of_a_character(string json, int expected)
    {
        var isEscape = JsonText.TryReadEscape(Encoding.UTF8.GetBytes(json + (expected > 0 ? "b" : "")), out var length);

        Assert.Equal(expected, isEscape ? length : 0);
    }

    private static string? FirstText(string json)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), isFinalBlock: false, state: default);
            return reader.Read() ? reader.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
