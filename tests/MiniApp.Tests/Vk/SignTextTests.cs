namespace VkMiniApp.Tests;

/// <summary>
/// <c>sign</c> has one spelling: 43 characters of base64url. Base64 decoders take several spellings for one code, so the text is
/// compared, and all of it.
/// </summary>
public class SignTextTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    // The user's id is one whose signature holds both characters that the two alphabets of base64 differ in.
    private static readonly SortedDictionary<string, string> Parameters = Enumerable.Range(1, 1000)
        .Select(id => Example.Parameters(("vk_user_id", $"{id}")))
        .First(parameters => ReferenceSignature.Sign(parameters, Example.Secret) is var sign && sign.Contains('-') && sign.Contains('_'));

    private static readonly string Sign = ReferenceSignature.Sign(Parameters, Example.Secret);

    [Fact]
    public void Signature_itself_is_right() => Assert.Equal(VkLaunchFailure.None, VerdictWith(Sign));

    [Theory]
    [InlineData("=")]
    [InlineData("%3D")]
    [InlineData("%25")]
    [InlineData("+")]
    [InlineData("%20")]
    [InlineData("%0A")]
    [InlineData("%00")]
    [InlineData("A")]
    public void Signature_with_something_behind_it_is_wrong(string suffix) =>
        Assert.Equal(VkLaunchFailure.InvalidSignature, VerdictWith(Sign + suffix));

    [Fact]
    public void Signature_in_the_other_alphabet_of_base64_is_wrong() =>
        Assert.Equal(VkLaunchFailure.InvalidSignature, VerdictWith(Sign.With("-", "%2B").With("_", "%2F")));

    [Fact]
    public void Signature_in_upper_case_is_wrong() =>
        Assert.Equal(VkLaunchFailure.InvalidSignature, VerdictWith(Sign.ToUpperInvariant()));

    [Fact]
    public void Signature_that_decodes_to_the_same_bytes_is_wrong()
    {
        // 43 characters are 258 bits for a code of 256: the last two say nothing.
        var last = Alphabet.IndexOf(Sign[^1], StringComparison.Ordinal);

        Assert.All([1, 2, 3], bits => Assert.Equal(VkLaunchFailure.InvalidSignature, VerdictWith(Sign[..^1] + Alphabet[last ^ bits])));
    }

    [Fact]
    public void Signature_cut_short_is_wrong_at_every_length() => Assert.All(
        Enumerable.Range(0, Sign.Length),
        length => Assert.Equal(VkLaunchFailure.InvalidSignature, VerdictWith(Sign[..length])));

    [Fact]
    public void Signature_with_one_character_changed_is_wrong_at_every_place() => Assert.All(
        Enumerable.Range(0, Sign.Length),
        place =>
        {
            var changed = Sign[..place] + (Sign[place] == 'A' ? 'B' : 'A') + Sign[(place + 1)..];
            Assert.Equal(VkLaunchFailure.InvalidSignature, VerdictWith(changed));
        });

    [Fact]
    public void Signature_may_be_percent_encoded_as_every_value_may() =>
        Assert.Equal(VkLaunchFailure.None, VerdictWith(string.Concat(Sign.Select(character => $"%{(int)character:x2}"))));

    private static VkLaunchFailure VerdictWith(string sign) =>
        Example.Verdict($"{ReferenceSignature.Canonical(Parameters, ReferenceSignature.Rfc1738)}&sign={sign}");
}
