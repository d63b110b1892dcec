using System.Web;

namespace VkMiniApp.Tests;

/// <summary>
/// Traps that .NET's own helpers set: each reads or writes a query in a way of its own, and whoever builds on it refuses what VK signed
/// or accepts what VK didn't.
/// </summary>
public class DotNetTrapsTests
{
    [Fact]
    public void Duplicates_joined_by_a_comma_as_ParseQueryString_does_are_refused()
    {
        var signed = Example.Query(("vk_ref", "a,b"));

        Assert.Equal(VkLaunchFailure.DuplicateParameter, Example.Verdict(signed.With("vk_ref=a%2Cb", "vk_ref=a&vk_ref=b")));
    }

    [Fact]
    public void Foreign_parameter_may_be_there_twice_where_a_dictionary_would_throw() =>
        Assert.Equal(VkLaunchFailure.None, Example.Verdict("utm=1&utm=2&" + Example.Query()));

    [Theory]
    [InlineData("vk_Ref")]
    [InlineData("vk_TS")]
    [InlineData("vk_User_Id")]
    public void Names_that_differ_in_case_are_different_names(string name)
    {
        var launch = Example.Launch((name, "x"));

        Assert.Equal("x", launch[name]);
        Assert.Equal("other", launch.Ref);
        Assert.Equal(494075, launch.UserId);
    }

    [Theory]
    [InlineData("vk_app_id")]
    [InlineData("vk_user_id")]
    [InlineData("vk_ts")]
    public void Integer_is_ascii_digits_and_nothing_else(string name) => Assert.All(
        ["", "-1", "+1", "1_000", "1,000", "1.0", "1e3", "0x1", " 1", "1 ", "1\0", "１２", "١٢", "9223372036854775808", "one"],
        value => Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(Example.Query((name, value)))));

    [Fact]
    public void Largest_user_id_is_that_of_64_bits() =>
        Assert.Equal(long.MaxValue, Example.Launch(("vk_user_id", "9223372036854775807")).UserId);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_where_ParseQueryString_writes_a_replacement_character()
    {
        var signed = Example.Query(("vk_ref", "\uFFFD"));

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(signed));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(signed.With("%EF%BF%BD", "%FF")));
    }

    [Fact]
    public void Lower_case_hex_of_HttpUtility_is_understood_and_never_signed()
    {
        var lower = HttpUtility.UrlEncode("friends,photos");
        Assert.Equal("friends%2cphotos", lower);

        var token = Example.Query().With("friends%2Cphotos", lower);
        var canonical = token[..token.IndexOf("&sign=", StringComparison.Ordinal)];

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(token));
        Assert.Equal(
            VkLaunchFailure.InvalidSignature,
            Example.Verdict($"{canonical}&sign={ReferenceSignature.Sign(canonical, Example.Secret)}"));
    }

    [Fact]
    public void Comma_that_UrlEncoder_and_QueryHelpers_leave_alone_is_understood_and_never_signed()
    {
        var token = Example.Query().With("friends%2Cphotos", "friends,photos");
        var canonical = token[..token.IndexOf("&sign=", StringComparison.Ordinal)];

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(token));
        Assert.Equal(
            VkLaunchFailure.InvalidSignature,
            Example.Verdict($"{canonical}&sign={ReferenceSignature.Sign(canonical, Example.Secret)}"));
    }
}
