namespace VkMiniApp.Tests;

/// <summary>The token is the query of the page's address, in each spelling in which pages send it.</summary>
public class QueryTextTests
{
    private static readonly string Query = Example.Query();

    public static TheoryData<string, string> Addresses => new()
    {
        { "bare query", Query },
        { "query behind its question mark", $"?{Query}" },
        { "whole address", $"https://example.com/index.html?{Query}" },
        { "whole address without encryption", $"http://localhost:5173/?{Query}" },
        { "address with an equals sign in its path", $"https://example.com/a=b;c=d?{Query}" },
        { "address with an ampersand in its path", $"https://example.com/a&b?{Query}" },
        { "address of another scheme", $"capacitor://localhost/?{Query}" },
        { "query with a fragment", $"{Query}#/home?tab=1&vk_user_id=1" },
        { "address with a fragment", $"https://example.com/?{Query}#/home" },
        { "address with an empty fragment", $"https://example.com/?{Query}#" },
        { "query with empty parts", $"&&{Query}&&" },
        { "query with foreign parameters", $"utm=1&{Query}&odr_enabled=1" },
        { "query in another order", string.Join('&', Query.Split('&').Reverse()) },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Address_is_accepted_plain_and_in_base64_and_in_base64url(string spelling, string text)
    {
        string[] tokens = [text, Example.ToBase64(text), Example.ToBase64(text).TrimEnd('='), Example.ToBase64Url(text)];

        Assert.All(tokens, token => Assert.True(Example.Verdict(token) == VkLaunchFailure.None, spelling));
        Assert.All(tokens, token => Assert.Equal(Example.Parameters(), Example.Launch(token).Values));
    }

    [Theory]
    [InlineData("vk_ref=what?&")]
    [InlineData("vk_ref=?vk_user_id=1&")]
    public void Question_mark_inside_a_value_of_a_bare_query_does_not_cut_it(string first)
    {
        var value = first["vk_ref=".Length..^1];
        var query = Example.Query(("vk_ref", value)).With($"vk_ref={ReferenceSignature.Rfc1738(value)}&", "");

        Assert.Equal(value, Example.Launch(first + query).Ref);
        Assert.Equal(value, Example.Launch("?" + first + query).Ref);
        Assert.Equal(value, Example.Launch("https://example.com/?" + first + query).Ref);
    }

    [Fact]
    public void Second_question_mark_belongs_to_the_first_name()
    {
        Assert.Equal(VkLaunchFailure.None, Example.Verdict($"??utm=1&{Query}"));
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict("??vk_ts=1&" + Query.With("&vk_ts=1760000000", "")));
    }

    [Theory]
    [InlineData("https://example.com/vk_app_id=51000001&vk_ts=1760000000")]
    [InlineData("http://example.com/&vk_app_id=x")]
    [InlineData("https://example.com/&#?vk_app_id=x")]
    [InlineData("https://&")]
    [InlineData("?&")]
    [InlineData("&")]
    [InlineData("#&vk_app_id=x")]
    public void Text_without_a_query_lacks_every_parameter(string token)
    {
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(token));
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(Example.ToBase64(token)));
    }

    [Fact]
    public void Fragment_is_cut_off_before_anything_is_read() =>
        Assert.Equal(VkLaunchFailure.None, Example.Verdict($"{Query}#&vk_user_id=1&vk_x=%"));

    [Fact]
    public void Escaped_number_sign_is_part_of_a_value_and_not_a_fragment() =>
        Assert.Equal("a#b", Example.Launch(("vk_ref", "a#b")).Ref);

    [Fact]
    public void Text_without_an_ampersand_is_taken_for_base64_even_if_it_looks_like_a_query() =>
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict("vk_user_id=494075"));

    [Fact]
    public void Base64_of_base64_is_not_a_query() =>
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(Example.ToBase64(Example.ToBase64(Query))));
}
