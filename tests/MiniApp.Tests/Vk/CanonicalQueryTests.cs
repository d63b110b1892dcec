namespace VkMiniApp.Tests;

/// <summary>
/// The signed text is written anew from decoded values, as PHP's <c>http_build_query</c> writes it; only a space and a tilde have a
/// second spelling. The query's own spelling, which clients change, is never what is signed.
/// </summary>
public class CanonicalQueryTests
{
    [Theory]
    [InlineData("comma", "friends,photos", "friends%2Cphotos")]
    [InlineData("JSON", "{\"950\":0}", "%7B%22950%22%3A0%7D")]
    [InlineData("address", "a:/b,c", "a%3A%2Fb%2Cc")]
    [InlineData("ampersand", "a&b", "a%26b")]
    [InlineData("equals sign", "a=b", "a%3Db")]
    [InlineData("plus", "1+1", "1%2B1")]
    [InlineData("percent", "100%", "100%25")]
    [InlineData("hash", "a#b", "a%23b")]
    [InlineData("question mark", "a?b", "a%3Fb")]
    [InlineData("marks that RFC 3986 escapes and some libraries leave", "!*'()", "%21%2A%27%28%29")]
    [InlineData("marks that stay", "a-b_c.d", "a-b_c.d")]
    [InlineData("Cyrillic", "Привет", "%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82")]
    [InlineData("emoji", "😀", "%F0%9F%98%80")]
    [InlineData("space, as PHP writes it", "a b", "a+b")]
    [InlineData("space, as VK's page on launch parameters writes it", "a b", "a%20b")]
    [InlineData("tilde, as PHP writes it", "a~b", "a%7Eb")]
    [InlineData("tilde, as RFC 3986 writes it", "a~b", "a~b")]
    [InlineData("space and tilde, as PHP writes them", " ~", "+%7E")]
    [InlineData("space and tilde, as RFC 3986 writes them", " ~", "%20~")]
    [InlineData("space and tilde, as Go and VK's Python sample write them", " ~", "+~")]
    [InlineData("space and tilde, the fourth way", " ~", "%20%7E")]
    [InlineData("empty value", "", "")]
    public void Signature_of_the_canonical_spelling_is_right(string what, string value, string signedAs)
    {
        var token = TokenOf(value, signedAs);

        Assert.True(Example.Verdict(token) == VkLaunchFailure.None, what);
        Assert.Equal(value, Example.Launch(token)["vk_ref"]);
    }

    [Theory]
    [InlineData("raw comma", "friends,photos", "friends,photos")]
    [InlineData("lower-case hex, as HttpUtility.UrlEncode writes it", "friends,photos", "friends%2cphotos")]
    [InlineData("un-encoded ampersand", "a&b", "a&b")]
    [InlineData("space that isn't encoded at all", "a b", "a b")]
    [InlineData("encoded twice", "a,b", "a%252Cb")]
    [InlineData("two spaces, each in another way", "a b c", "a+b%20c")]
    [InlineData("two tildes, each in another way", "a~b~c", "a~b%7Ec")]
    [InlineData("letter that needs no escape", "ab", "a%62")]
    [InlineData("mark that needs no escape", "a-b", "a%2Db")]
    public void Signature_of_another_spelling_is_wrong(string what, string value, string signedAs)
    {
        var token = TokenOf(value, signedAs);

        Assert.True(Example.Verdict(token) == VkLaunchFailure.InvalidSignature, what);
    }

    [Theory]
    [InlineData("comma, raw", "friends,photos")]
    [InlineData("comma, upper-case hex", "friends%2Cphotos")]
    [InlineData("comma, lower-case hex", "friends%2cphotos")]
    [InlineData("letters escaped without need", "%66riends%2Cphoto%73")]
    public void Spelling_of_the_query_does_not_matter(string what, string spelling)
    {
        var token = Example.Query().With("friends%2Cphotos", spelling);

        Assert.True(Example.Verdict(token) == VkLaunchFailure.None, what);
        Assert.Equal(["friends", "photos"], Example.Launch(token).Scopes);
    }

    [Theory]
    [InlineData("a+b")]
    [InlineData("a%20b")]
    [InlineData("a b")]
    public void Space_may_come_in_any_spelling(string spelling)
    {
        var token = Example.Query(("vk_ref", "a b")).With("vk_ref=a+b", "vk_ref=" + spelling);

        Assert.Equal("a b", Example.Launch(token).Ref);
    }

    [Theory]
    [InlineData("%7B%22950%22%3A0%7D")]
    [InlineData("%7b%22950%22%3a0%7d")]
    [InlineData("{\"950\":0}")]
    public void Json_may_come_in_any_spelling(string spelling)
    {
        var token = Example.Query(("vk_experiment", "{\"950\":0}")).With("%7B%22950%22%3A0%7D", spelling);

        Assert.Equal("{\"950\":0}", Example.Launch(token).Experiment);
    }

    [Fact]
    public void Name_is_decoded_and_encoded_as_a_value_is()
    {
        var token = Example.Query(("vk_новое имя", "1"), ("vk_~", "2"));

        Assert.Contains("vk_%D0%BD%D0%BE%D0%B2%D0%BE%D0%B5+%D0%B8%D0%BC%D1%8F=1", token, StringComparison.Ordinal);
        Assert.Equal("1", Example.Launch(token)["vk_новое имя"]);
        Assert.Equal("2", Example.Launch(token.With("vk_%7E", "vk_~"))["vk_~"]);
    }

    [Fact]
    public void Space_in_a_name_is_enough_for_the_second_spelling()
    {
        var canonical = ReferenceSignature.Canonical(Example.Parameters(("vk_a b", "1")), ReferenceSignature.Rfc3986);

        Assert.Contains("vk_a%20b=1", canonical, StringComparison.Ordinal);
        Assert.Equal("1", Example.Launch($"{canonical}&sign={ReferenceSignature.Sign(canonical, Example.Secret)}")["vk_a b"]);
    }

    [Fact]
    public void Value_is_decoded_once()
    {
        var launch = Example.Launch(("vk_ref", "a%26b"));

        Assert.Equal("a%26b", launch.Ref);
    }

    [Fact]
    public void Names_are_sorted_ordinally()
    {
        var launch = Example.Launch(
            ("vk_Z", "1"), ("vk_a", "2"), ("vk__", "3"), ("vk_aa", "4"), ("vk_0", "5"), ("vk_я", "6"), ("vk_", "7"));

        Assert.Equal(
            ["vk_", "vk_0", "vk_Z", "vk__", "vk_a", "vk_aa", "vk_access_token_settings"],
            launch.Values.Select(value => value.Key).Take(7),
            StringComparer.Ordinal);
        Assert.Equal("vk_я", launch.Values[^1].Key);
    }

    [Fact]
    public void Names_are_sorted_by_their_bytes_where_chars_would_sort_otherwise()
    {
        // In UTF-16 an emoji starts with a surrogate and comes before U+FF5E; VK's PHP sorts the bytes, where it comes after.
        var launch = Example.Launch(("vk_😀", "1"), ("vk_～", "2"));

        Assert.Equal(["vk_～", "vk_😀"], launch.Values.Select(value => value.Key).TakeLast(2), StringComparer.Ordinal);
    }

    /// <summary>A launch with one value beyond what is required, and the signature of a text in which that value is spelled so.</summary>
    private static string TokenOf(string value, string signedAs)
    {
        var signed = $"vk_app_id=51000001&vk_ref={signedAs}&vk_ts=1760000000&vk_user_id=494075";
        var sign = ReferenceSignature.Sign(signed, Example.Secret);

        return $"vk_app_id=51000001&vk_ref={Uri.EscapeDataString(value)}&vk_ts=1760000000&vk_user_id=494075&sign={sign}";
    }
}
