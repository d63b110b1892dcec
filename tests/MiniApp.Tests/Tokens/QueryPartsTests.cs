using System.Text;
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

    /// <summary>Splits the text alone, as it stands: name, value, and whether there is nothing in them to decode or to encode.</summary>
    [Theory]
    [MemberData(nameof(PartLengths))]
    public void Part_is_known_to_need_no_decoding_unless_a_byte_of_its_own_does(int partLength)
    {
        for (var place = 0; place < partLength; place++)
        {
            if (place == 1)
            {
                continue;
            }

            var (plain, escaped) = ($"a={Text(partLength - 2)}", $"a={Text(partLength - 2)}".Remove(place, 1).Insert(place, "+"));
            Assert.Equal([("a", plain[2..], true), ("a", plain[2..], true), ("a", plain[2..], true)], Split($"{plain}&{plain}&{plain}"));

            var split = (escaped[..1], escaped[2..], false);
            Assert.Equal([split, ("b", "1", true), ("a", plain[2..], true)], Split($"{escaped}&b=1&{plain}"));
            Assert.Equal([("a", plain[2..], true), ("b", "1", true), split], Split($"{plain}&b=1&{escaped}"));
        }
    }

    /// <summary>Bytes at the same place of two blocks must not hide each other.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(UnreservedBytes.BlockLength)]
    [InlineData(2 * UnreservedBytes.BlockLength)]
    public void Two_bytes_that_are_a_block_apart_both_need_encoding(int lengthBehind)
    {
        var value = $"{Text(4)},{Text(UnreservedBytes.BlockLength - 1)},{Text(lengthBehind)}";
        var query = Example.Query(("vk_n", value));

        Assert.Equal([("a", value, false)], Split($"a={value}"));
        Assert.Equal([("a", value, false), ("b", "1", true)], Split($"a={value}&b=1"));
        AssertRead("vk_n", value, query.With(ReferenceSignature.Rfc1738(value), value));
    }

    [Theory]
    [InlineData("=", "", "")]
    [InlineData("=x", "", "x")]
    [InlineData("==", "", "=")]
    [InlineData("x", "x", "")]
    [InlineData("x=", "x", "")]
    [InlineData("x==y", "x", "=y")]
    public void Part_is_split_at_its_first_equals_sign_be_it_the_very_first_byte(string part, string name, string value)
    {
        var beyond = new string('x', 80);

        Assert.Equal((name, value), Split(part).Select(found => (found.Name, found.Value)).Single());
        Assert.Equal(("", $"{beyond}=b"), Split($"={beyond}=b").Select(found => (found.Name, found.Value)).Single());
        Assert.Equal((name, value), Split($"{beyond}&{part}").Select(found => (found.Name, found.Value)).Last());
    }

    [Fact]
    public void Nothing_is_found_behind_the_last_part_that_there_is_room_for()
    {
        Assert.Equal(2, Split("a=1&b=2", room: 2).Count);
        Assert.Equal(2, Split("a=1&b=2&c=3", room: 2).Count);
        Assert.Equal(2, Split($"a=1&b=2&{new string('c', 80)}&d=1", room: 2).Count);
    }

    private static List<(string Name, string Value, bool IsUnreserved)> Split(string text, int room = 8)
    {
        byte[] memory = [.. Encoding.ASCII.GetBytes(text), .. Enumerable.Repeat((byte)'&', UnreservedBytes.BlockLength)];
        var parts = new QueryParameter[room];
        var count = QueryParts.Find(memory, text.Length, parts, out _);

        return [.. parts.Take(count).Select(part =>
            (Encoding.ASCII.GetString(part.Name(memory)), Encoding.ASCII.GetString(part.Value(memory)), part.IsCanonical))];
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
