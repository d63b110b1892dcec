using System.Text;
using MiniApp;

namespace VkMiniApp.Tests;

/// <summary>
/// A signed parameter whose few escapes are spelled as they are signed is not decoded and encoded again. How many it has, how long it is and
/// whether it is spelled so may make no difference to anything but the time.
/// </summary>
public class CanonicalEscapesTests
{
    [Fact]
    public void Every_character_is_read_and_signed_the_same_in_both_spellings_of_its_escape()
    {
        for (var code = 0; code < 0x80; code++)
        {
            var value = $"a{(char)code}b";
            var query = Example.Query(("vk_n", value)).Split('&').First(part => part.StartsWith("vk_n=", StringComparison.Ordinal));
            var rest = Example.Query(("vk_n", value)).With($"&{query}", "");

            AssertRead(value, $"{rest}&vk_n=a%{code:X2}b");
            AssertRead(value, $"{rest}&vk_n=a%{code:x2}b");
            AssertRead(value, $"vk_n=%61%{code:X2}b&{rest}");
        }
    }

    [Fact]
    public void Any_number_of_escapes_is_read_and_signed_the_same()
    {
        for (var count = 1; count <= 40; count++)
        {
            var value = string.Concat(Enumerable.Repeat("word,", count));
            var query = Example.Query(("vk_n", value));

            AssertRead(value, query);
            AssertRead(value, query.With("%2C", ","));
            AssertRead(value, query.With("%2C", "%2c"));
            AssertRead(value, Example.ToBase64(query));
        }
    }

    [Fact]
    public void Name_with_escapes_is_read_and_signed_the_same()
    {
        var query = Example.Query(("vk_a/b", "c,d"));

        Assert.Equal("c,d", Example.Launch(query)["vk_a/b"]);
        Assert.Equal("c,d", Example.Launch(query.With("%2F", "/"))["vk_a/b"]);
        Assert.Equal("c,d", Example.Launch(query.With("%2F", "%2f"))["vk_a/b"]);
    }

    [Fact]
    public void Equals_signs_in_a_value_are_signed_as_escapes_only()
    {
        var query = Example.Query(("vk_n", "a=b="));

        AssertRead("a=b=", query);
        AssertRead("a=b=", query.With("a%3Db%3D", "a=b="));
        AssertRead("a=b=", query.With("a%3Db%3D", "a%3Db="));
        AssertRead("a=b=", query.With("a%3Db%3D", "a=b%3D"));
    }

    /// <summary>The memory of a verification is used again, so that behind a text there may be what would make a broken escape a whole one.</summary>
    [Fact]
    public void Escape_that_the_query_breaks_off_is_malformed_whatever_stood_there_before()
    {
        var whole = $"{Example.Query()}&vk_n=%2C";

        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(whole));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(whole[..^1]));
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(whole));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(whole[..^2]));
    }

    [Theory]
    [InlineData("vk_n=a%2Cb", "a%2Cb")]
    [InlineData("vk_n=%2C%2C%2C%2C%2C%2C%2C%2C", "%2C%2C%2C%2C%2C%2C%2C%2C")]
    [InlineData("vk_n=%2C%2C%2C%2C%2C%2C%2C%2C%2C", ",,,,,,,,,")]
    [InlineData("vk_n=a%2cb", "a,b")]
    [InlineData("vk_n=a,b", "a,b")]
    [InlineData("vk_n=a%61", "aa")]
    [InlineData("vk_n=a%20b", "a b")]
    [InlineData("vk_n=a+b", "a b")]
    [InlineData("vk_n=a%7Eb", "a~b")]
    [InlineData("vk_n=%D1%8F", "я")]
    [InlineData("vk_n=a%2C=", "a,=")]
    [InlineData("vk_%6E=a%2C", "a,")]
    [InlineData("vk_я=a%2C", "a,")]
    public void Few_canonical_escapes_alone_are_left(string parameter, string value)
    {
        var text = Encoding.UTF8.GetBytes(parameter + new string('\0', UnreservedBytes.BlockLength));
        var parts = new QueryParameter[1];
        QueryParts.Find(text, Encoding.UTF8.GetByteCount(parameter), parts, out _);
        ref var part = ref parts[0];

        Assert.True(part.TryDecodeName(text));
        Assert.True(part.TryDecodeUnlessCanonical(text));

        Assert.Equal(value, Encoding.UTF8.GetString(part.Value(text)));
        Assert.Equal(value.Contains('%', StringComparison.Ordinal), part.IsCanonical);
    }

    private static void AssertRead(string value, string token) => Assert.Equal(value, Example.Launch(token)["vk_n"]);
}
