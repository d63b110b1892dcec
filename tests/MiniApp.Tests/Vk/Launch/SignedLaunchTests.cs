namespace VkMiniApp.Tests;

/// <summary>
/// What a stranger sends may be three times as long in the text that VK would have signed, and that text may have four spellings. No more
/// is hashed than a token may have bytes.
/// </summary>
public class SignedLaunchTests
{
    private const int Longest = 8192;

    private static readonly VkLaunchParamsVerifier Verifier = Example.Verifier();

    private static readonly int Least = Text("").Length;

    [Theory]
    [InlineData(null)]
    [InlineData(20_000)]
    public void Signed_text_may_be_as_long_as_a_token_and_no_longer(int? maxTokenLength)
    {
        var longest = Math.Max(maxTokenLength ?? Longest, Longest);
        var verifier = Example.Verifier(options =>
        {
            options.MaxTokenLength = maxTokenLength ?? options.MaxTokenLength;
            options.AcceptJson = true;
        });

        foreach (var room in new[] { longest - Least, longest - Least + 1 })
        {
            var value = new string('a', room % 3) + new string('*', room / 3);
            var (expected, query) = (room + Least > longest ? VkLaunchFailure.InvalidSignature : VkLaunchFailure.None, Example.Query(("vk_x", value)));
            Assert.Equal(room + Least, Text(value).Length);

            var raw = query.With(ReferenceSignature.Rfc1738(value), value);
            var json = "{" + string.Join(',', Example.Parameters(("vk_x", value)).Append(new("sign", query.Split("sign=")[1]))
                .Select(parameter => $"\"{parameter.Key}\":\"{parameter.Value}\"")) + "}";

            Assert.All([raw, json], token => Assert.Equal(
                token.Length > (maxTokenLength ?? Longest) ? VkLaunchFailure.Malformed : expected, Example.Verdict(token, verifier)));
        }
    }

    [Fact]
    public void Signed_text_may_be_longer_than_a_short_token_may()
    {
        const int MaxTokenLength = 310;
        var (verifier, value) = (Example.Verifier(options => options.MaxTokenLength = MaxTokenLength), new string('*', 40));
        var token = Example.Query(("vk_x", value)).With(ReferenceSignature.Rfc1738(value), value);

        Assert.InRange(token.Length, 0, MaxTokenLength);
        Assert.InRange(Text(value).Length, MaxTokenLength + 1, int.MaxValue);
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(token, verifier));
    }

    /// <summary>The first spelling is looked at alone, then a space as <c>%20</c> and a tilde, then a tilde alone, then a space alone.</summary>
    [Theory]
    [InlineData(1, 4096)]
    [InlineData(2, 2732)]
    [InlineData(3, 2048)]
    public void Spellings_have_no_more_bytes_together_than_a_token(int spelling, int longest)
    {
        foreach (var length in new[] { longest, longest + 1 })
        {
            // A space takes what a tilde leaves, so that the first two spellings have the same length, and the others six bytes more or less.
            var value = new string('a', length - Text("").Length - "+++%7E%7E%7E".Length) + "   ~~~";
            var parameters = Example.Parameters(("vk_x", value));
            var text = ReferenceSignature.Canonical(parameters, ReferenceSignature.Spellings[spelling]);
            var token = $"{text}&sign={ReferenceSignature.Sign(text, Example.Secret)}";

            Assert.Equal(length, Text(value).Length);
            Assert.Equal(
                length > longest ? VkLaunchFailure.InvalidSignature : VkLaunchFailure.None,
                Example.Verdict(token, Verifier));
        }
    }

    /// <summary>As docs/vk.md says. Nothing makes the spellings longer than spaces do.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Text_of_a_kilobyte_is_tried_in_every_spelling_whatever_it_holds(int spelling)
    {
        const int Kilobyte = 1024;
        var value = new string(' ', Kilobyte - Text("").Length - "%7E".Length) + "~";
        var text = ReferenceSignature.Canonical(Example.Parameters(("vk_x", value)), ReferenceSignature.Spellings[spelling]);

        Assert.Equal(Kilobyte, Text(value).Length);
        Assert.Equal(VkLaunchFailure.None, Example.Verdict($"{text}&sign={ReferenceSignature.Sign(text, Example.Secret)}", Verifier));
    }

    /// <summary>A space is two bytes longer as <c>%20</c> than as <c>+</c>, and a tilde two bytes shorter than <c>%7E</c>.</summary>
    [Theory]
    [InlineData("   ", "%20%20%20", 4093)]
    [InlineData("~~~", "~~~", 4099)]
    public void Second_spelling_is_counted_by_its_own_length(string characters, string spelled, int longest)
    {
        foreach (var length in new[] { longest, longest + 1 })
        {
            var start = new string('a', length - Text(characters).Length);
            var text = Text(start).With(start, start + spelled);
            var token = $"{text}&sign={ReferenceSignature.Sign(text, Example.Secret)}";

            Assert.Equal(length, Text(start + characters).Length);
            Assert.Equal(length > longest ? VkLaunchFailure.InvalidSignature : VkLaunchFailure.None, Example.Verdict(token, Verifier));
        }
    }

    /// <summary>A text that ends where the limit is, or before, is not the whole text where a parameter follows.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Parameter_behind_the_limit_is_not_left_out_of_what_was_signed(int fromLimit)
    {
        var room = Longest - fromLimit - Least;
        var value = new string('a', room % 3) + new string('*', room / 3);
        var query = Example.Query(("vk_x", value)).With(ReferenceSignature.Rfc1738(value), value);

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(query, Verifier));
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict($"{query}&vk_y=1", Verifier));
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict($"{query}&vk_y=1&vk_z=2", Verifier));
    }

    private static string Text(string value) => ReferenceSignature.Canonical(Example.Parameters(("vk_x", value)), ReferenceSignature.Rfc1738);
}
