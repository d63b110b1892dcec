namespace VkMiniApp.Tests;

/// <summary>How much of a token is looked at. What is larger is refused before anything is read.</summary>
public class LaunchQueryLimitsTests
{
    [Theory]
    [InlineData(8192)]
    [InlineData(8193)]
    public void Token_of_the_default_length_is_read_and_one_longer_is_malformed(int length)
    {
        var query = Example.Query();
        var raw = query + "&x=" + new string('x', length - query.Length - 3);
        var expected = length <= 8192 ? VkLaunchFailure.None : VkLaunchFailure.Malformed;

        Assert.Equal(length, raw.Length);
        Assert.Equal(expected, Example.Verdict(raw));
    }

    [Theory]
    [InlineData(6144, VkLaunchFailure.None)]
    [InlineData(6145, VkLaunchFailure.Malformed)]
    public void Token_in_base64_is_as_long_as_its_text_makes_it(int decoded, VkLaunchFailure expected)
    {
        var query = Example.Query();
        var token = Example.ToBase64Url(query + "&x=" + new string('x', decoded - query.Length - 3));

        Assert.Equal(expected == VkLaunchFailure.None, token.Length <= 8192);
        Assert.Equal(expected, Example.Verdict(token));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(token, Example.Verifier(options => options.MaxTokenLength = token.Length)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(1_048_576)]
    public void Token_of_exactly_the_longest_length_is_read_and_one_longer_is_malformed(int longest)
    {
        var verifier = Example.Verifier(options => options.MaxTokenLength = longest);

        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(new string('&', longest), verifier));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(new string('&', longest + 1), verifier));
    }

    /// <summary>The bound counts bytes, so that a wide token may cost no more than a long one.</summary>
    [Theory]
    [InlineData("x", 1)]
    [InlineData("я", 2)]
    [InlineData("\u3042", 3)]
    [InlineData("\U0001f600", 4)]
    public void Longest_length_counts_the_bytes_of_each_character(string character, int bytes)
    {
        var query = Example.Query(("vk_ref", character + character)).With($"vk_ref={Uri.EscapeDataString(character + character)}", $"vk_ref={character}{character}");
        var length = System.Text.Encoding.UTF8.GetByteCount(query);
        Assert.Equal(length, query.Replace(character, "", StringComparison.Ordinal).Length + bytes * query.Split(character).Length - bytes);

        Assert.All([query, $" {query}\r\n"], token =>
        {
            Assert.Equal(VkLaunchFailure.None, Example.Verdict(token, Example.Verifier(options => options.MaxTokenLength = length)));
            Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(token, Example.Verifier(options => options.MaxTokenLength = length - 1)));
        });
    }

    [Fact]
    public void Token_of_a_megabyte_is_verified()
    {
        var value = string.Concat(Enumerable.Repeat("Ж ", 100_000));
        var verifier = Example.Verifier(options => options.MaxTokenLength = 1_048_576);
        var token = Example.Query(("vk_request_key", value)).With(ReferenceSignature.Rfc1738(value), value);

        Assert.Equal(value, verifier.Verify(token).LaunchParams?.RequestKey);
        Assert.Equal(VkLaunchFailure.InvalidSignature, verifier.Check(token + "&vk_x="));
    }

    [Theory]
    [InlineData(128, VkLaunchFailure.None)]
    [InlineData(129, VkLaunchFailure.Malformed)]
    public void Query_of_the_default_number_of_parameters_is_read_and_one_more_is_malformed(int count, VkLaunchFailure expected)
    {
        var foreign = string.Concat(Enumerable.Repeat("x&", count - 11));

        Assert.Equal(expected, Example.Verdict(foreign + Example.Query()));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(1024)]
    public void Query_of_exactly_the_most_parameters_is_read_and_one_more_is_malformed(int most)
    {
        var verifier = Example.Verifier(options => (options.MaxParameters, options.MaxTokenLength) = (most, 100_000));
        var additional = Enumerable.Range(0, most - 11).Select(i => ($"vk_{i}", (string?)"")).Reverse().ToArray();
        var query = string.Join('&', Example.Query(additional).Split('&').Reverse());

        Assert.Equal(most, query.Split('&').Length);
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(query, verifier));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(query + "&x", verifier));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("&&&{0}")]
    [InlineData("{0}&")]
    [InlineData("{0}&&&")]
    public void Empty_parts_are_no_parameters_wherever_they_stand(string token)
    {
        var verifier = Example.Verifier(options => options.MaxParameters = 11);

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(token.With("{0}", Example.Query()), verifier));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(token.With("{0}", Example.Query().With("&", "&&&&")), verifier));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(token.With("{0}", Example.Query() + "&x"), verifier));
    }

    [Fact]
    public void Query_of_one_parameter_can_be_read_with_the_smallest_limit()
    {
        var verifier = Example.Verifier(options => options.MaxParameters = 1);

        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict("vk_x=1&", verifier));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict("vk_x=1&vk_y=1", verifier));
    }
}
