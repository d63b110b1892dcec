using VkMiniApp;
using VkMiniApp.Tests;

namespace MiniApp.Tests;

/// <summary>
/// Parts are found in blocks of 64 bytes, and copied by halves of those where nothing in them needs decoding. No length may make a
/// difference, and neither may a part's place at the end of the text, where no whole block is left.
/// </summary>
public class QueryPartsTests
{
    private static readonly VkLaunchParamsVerifier Verifier = Example.Verifier();

    public static TheoryData<int> PartLengths => [.. Enumerable.Range(28, 110)];

    [Theory]
    [MemberData(nameof(PartLengths))]
    public void Part_of_any_length_is_read_with_any_split_between_name_and_value(int partLength)
    {
        for (var nameLength = 4; nameLength < partLength; nameLength++)
        {
            var name = "vk_" + new string('n', nameLength - 3);
            var value = Text(partLength - nameLength - 1);
            AssertRead(name, value, Example.Query((name, value)));
        }
    }

    [Theory]
    [MemberData(nameof(PartLengths))]
    public void Part_of_any_length_is_read_as_the_last_of_the_query(int partLength)
    {
        var (name, value) = ("vk_n", Text(partLength - 5));
        var query = Example.Query((name, value));

        AssertRead(name, value, query.With($"&{name}={value}", "") + $"&{name}={value}");
        AssertRead(name, value, query.With($"&{name}={value}", "") + $"&{name}={value}&");
    }

    [Theory]
    [MemberData(nameof(PartLengths))]
    public void Part_of_any_length_is_read_with_an_escape_at_any_place(int partLength)
    {
        var value = Text(partLength - 5);
        var query = Example.Query(("vk_n", value));

        for (var place = 0; place < value.Length; place++)
        {
            var escaped = $"{value[..place]}%{(int)value[place]:X2}{value[(place + 1)..]}";
            AssertRead("vk_n", value, query.With(value, escaped));
        }
    }

    [Theory]
    [MemberData(nameof(PartLengths))]
    public void Part_of_any_length_is_signed_to_its_last_byte(int partLength)
    {
        var value = Text(partLength - 5);
        var query = Example.Query(("vk_n", value));

        for (var place = 0; place < value.Length; place++)
        {
            var changed = $"{value[..place]}0{value[(place + 1)..]}";
            Assert.Equal(VkLaunchFailure.InvalidSignature, Verifier.Check(query.With(value, changed)));
        }
    }

    [Theory]
    [InlineData("vk_n==&")]
    [InlineData("=&")]
    [InlineData("==&")]
    [InlineData("vk_n&")]
    [InlineData("vk_n=a=b&")]
    [InlineData("&")]
    [InlineData("=vk_user_id=1&")]
    public void Odd_part_is_split_at_its_first_equals_sign_in_a_block_and_beyond(string part)
    {
        var split = part.TrimEnd('&').Split('=', 2);
        (string, string?)[] signed = split[0] == "vk_n" ? [("vk_n", split.ElementAtOrDefault(1) ?? "")] : [];
        var query = Example.Query(signed);
        var sign = query[query.IndexOf("sign=", StringComparison.Ordinal)..];
        var rest = string.Join('&', Example.Parameters().Select(parameter => $"{parameter.Key}={parameter.Value}"));

        Assert.Equal(VkLaunchFailure.None, Example.Verdict($"{part}{rest}&{sign}"));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict($"{rest}&{sign}&{part}"));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict($"{rest}&{sign}&{part[..^1]}"));
    }

    [Fact]
    public void Every_character_that_is_left_plain_is_one_that_encoding_leaves()
    {
        for (var character = 0x01; character < 0x80; character++)
        {
            var value = $"a{(char)character}b";
            var launch = Verifier.Verify(Example.Query(("vk_n", value))).LaunchParams;
            Assert.Equal(value, launch?["vk_n"]);

            if (!"%&+#".Contains((char)character, StringComparison.Ordinal))
            {
                var encoded = "vk_n=" + ReferenceSignature.Rfc1738(value);
                AssertRead("vk_n", value, Example.Query(("vk_n", value)).With(encoded, "vk_n=" + value));
            }
        }
    }

    [Fact]
    public void Query_shorter_than_a_block_or_a_number_is_read()
    {
        const string text = "&vk_n=1&vk_m=2&vk_ref=other&vk_r";

        for (var length = 1; length <= text.Length; length++)
        {
            Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(text[..length]));
            Assert.Equal(VkLaunchFailure.DuplicateParameter, Example.Verdict($"{text[..length]}&vk_&vk_=3"));
        }
    }

    private static string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i % 26)));

    private static void AssertRead(string name, string value, string token)
    {
        var result = Verifier.Verify(token);

        Assert.True(result.Succeeded, $"{result.Failure}: {token}");
        Assert.Equal(value, result.LaunchParams[name]);
        Assert.Equal(Example.Parameters((name, value)), result.LaunchParams.Values);
    }
}
