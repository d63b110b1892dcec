using System.Text;

namespace VkMiniApp.Tests;

/// <summary>
/// Broken escapes and bytes that are not UTF-8. Where nothing depends on them they're not looked at; everywhere else they're refused
/// rather than repaired, because two readers repair in two ways.
/// </summary>
public class BrokenTextTests
{
    private static readonly string Valid = Example.Query();

    public static TheoryData<string> BrokenEscapes =>
        ["%", "%1", "%%", "%g0", "%0g", "% 1", "%-1", "a%", "%41%4", "%u0041", "%:0", "%@0", "%/0", "%`0"];

    public static TheoryData<string> NotUtf8 => ["%FF", "%80", "%C0%80", "%C3", "%ED%A0%80", "%F5%80%80%80", "%E2%82", "%C3%28", "a%20%FE"];

    [Theory]
    [MemberData(nameof(BrokenEscapes))]
    [MemberData(nameof(NotUtf8))]
    public void Broken_value_of_a_signed_parameter_is_malformed(string broken)
    {
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict($"{Valid}&vk_x={broken}"));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict($"vk_x={broken}&{Valid}"));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(Example.ToBase64($"{Valid}&vk_x={broken}")));
    }

    [Theory]
    [MemberData(nameof(BrokenEscapes))]
    [MemberData(nameof(NotUtf8))]
    public void Broken_sign_is_malformed(string broken) => Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict($"{Valid}{broken}"));

    [Theory]
    [MemberData(nameof(BrokenEscapes))]
    [MemberData(nameof(NotUtf8))]
    public void Broken_name_is_malformed_whoevers_it_is(string broken)
    {
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict($"{Valid}&{broken}"));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict($"{Valid}&utm_{broken}=1"));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict($"vk_{broken}=1&{Valid}"));
    }

    [Theory]
    [MemberData(nameof(BrokenEscapes))]
    [MemberData(nameof(NotUtf8))]
    public void Broken_value_of_a_foreign_parameter_is_never_read(string broken)
    {
        Assert.Equal(VkLaunchFailure.None, Example.Verdict($"{Valid}&utm={broken}"));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict($"utm={broken}&{Valid}"));
    }

    [Fact]
    public void Escapes_of_one_character_split_by_the_equals_sign_or_the_ampersand_are_not_joined()
    {
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict($"{Valid}&vk_x%=41"));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict($"{Valid}&vk_x=%C3&%A9"));
    }

    [Fact]
    public void Lone_surrogate_is_malformed_wherever_it_stands() => Assert.All(
        [$"utm=\uD800&{Valid}", $"{Valid}&utm=\uDC00", $"{Valid}&\uDE00\uD83D=", $"{Valid}#\uD83D", $"{Valid}&vk_x=\uD800"],
        token => Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(token)));

    [Fact]
    public void Pair_of_surrogates_is_one_character() => Assert.Equal(VkLaunchFailure.None, Example.Verdict($"utm=\uD83D\uDE00&{Valid}"));

    [Fact]
    public void Bytes_in_base64_that_are_not_utf8_are_malformed_wherever_they_stand()
    {
        var valid = Encoding.ASCII.GetBytes(Valid);

        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(Convert.ToBase64String([.. "utm="u8, 0xFF, (byte)'&', .. valid])));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(Convert.ToBase64String([.. valid, (byte)'#', 0xC3])));
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\u0001\u001F\u007F")]
    [InlineData("\r\n")]
    [InlineData("\uFEFF")]
    [InlineData("\u202E\u0000x")]
    public void Control_characters_in_a_value_are_characters_like_others(string value) =>
        Assert.Equal(value, Example.Launch(("vk_ref", value)).Ref);
}
