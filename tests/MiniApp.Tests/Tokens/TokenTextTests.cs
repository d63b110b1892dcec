using System.Text;
using VkMiniApp;
using VkMiniApp.Tests;

namespace MiniApp.Tests;

/// <summary>Base64 and base64url, with or without padding, and no other liberty: a token has to have few spellings.</summary>
public class TokenTextTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    // One query for each length that base64 treats differently; the padding of a token tells which it is.
    private static readonly string[] Queries = [.. new[] { "", "a", "aa" }
        .Select(text => Example.Query(("vk_ref", text)))
        .OrderBy(query => query.Length % 3)];

    public static TheoryData<string> Tokens => [.. Queries.Select(Example.ToBase64)];

    [Fact]
    public void Every_length_of_padding_is_among_the_tokens() =>
        Assert.Equal([0, 2, 1], Tokens.Select(row => row.Data.Count('=')));

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Padding_is_there_in_full_or_not_at_all(string token)
    {
        var plain = token.TrimEnd('=');
        var expected = Enumerable.Range(0, 6)
            .Select(padding => padding == 0 || padding == token.Length - plain.Length ? VkLaunchFailure.None : VkLaunchFailure.Malformed);

        Assert.Equal(expected, Enumerable.Range(0, 6).Select(padding => Example.Verdict(plain + new string('=', padding))));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData(" \t\r\n \n")]
    public void White_space_around_is_taken_off_in_every_spelling_and_by_every_verifier(string space)
    {
        string[] queries = [.. Queries, $"?{Queries[0]}", $"https://example.com/?{Queries[0]}#a"];
        string[] launches = [.. queries, .. queries.Select(Example.ToBase64), .. queries.Select(Example.ToBase64Url), .. queries.SelectMany(query => Around(query, space)).Select(Example.ToBase64)];
        Assert.All(launches, token => Assert.All(Around(token, space), padded =>
        {
            Assert.Equal(VkLaunchFailure.None, Example.Verdict(padded));
            Assert.True(Example.Verifier().HasValidSignature(padded));
            Assert.True(VkLaunchParams.LooksLikeLaunch(padded));
            Assert.True(VkLaunchParams.TryParseUnverified(padded, out _));
        }));

        var telegram = TelegramMiniApp.Tests.Example.InitData();
        Assert.All([telegram, Example.ToBase64(telegram), Example.ToBase64(telegram + space), $"#tgWebAppData={Uri.EscapeDataString(telegram)}"], token =>
            Assert.All(Around(token, space), padded =>
            {
                Assert.Equal(InitDataFailure.None, TelegramMiniApp.Tests.Example.Verdict(padded));
                Assert.True(TelegramMiniApp.TelegramInitData.LooksLikeInitData(padded));
                Assert.True(TelegramMiniApp.TelegramInitData.TryParseUnverified(padded, out _));
            }));

        var max = MaxMiniApp.Tests.Example.InitData();
        Assert.All([max, Example.ToBase64(max), Example.ToBase64(max + space), Uri.EscapeDataString(max)], token =>
            Assert.All(Around(token, space), padded =>
            {
                Assert.Equal(InitDataFailure.None, MaxMiniApp.Tests.Example.Verdict(padded));
                Assert.True(MaxMiniApp.MaxInitData.LooksLikeInitData(padded));
                Assert.True(MaxMiniApp.MaxInitData.TryParseUnverified(padded, out _));
            }));

        Assert.True(TokenShape.IsJsonWebToken($"{space}a.b.c{space}"));
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void White_space_inside_and_white_space_of_other_kinds_around_are_refused(string token)
    {
        Assert.All([" ", "\t", "\r\n", "\n", "  ", "    "], space =>
        {
            Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(token.Insert(8, space)));
            Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(token.TrimEnd('=').Insert(8, space)));
        });
        Assert.All(["\u00A0", "\v", "\f", "\u0085", "\u2028", "\u3000", "\0"], other =>
            Assert.All(Around(token, other), padded => Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(padded))));
    }

    [Fact]
    public void White_space_alone_is_no_token()
    {
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(" \r\n"));
        Assert.Equal(InitDataFailure.Malformed, TelegramMiniApp.Tests.Example.Verdict(" \r\n"));
        Assert.Equal(InitDataFailure.Malformed, MaxMiniApp.Tests.Example.Verdict("\t"));
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Character_outside_the_alphabet_is_refused_wherever_it_stands(string token) => Assert.All(
        ["%", "%%", "*", ".", ",", "~", "\0", "\u007F", "é", "А", "\uD800"],
        junk =>
        {
            Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(token + junk));
            Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(junk + token));
            Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(token.Insert(8, junk)));
            Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(token.TrimEnd('=') + junk));
        });

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Token_whose_last_character_differs_in_bits_that_say_nothing_is_refused(string token)
    {
        var plain = token.TrimEnd('=');
        var others = Alphabet.Where(last => last != plain[^1]).Select(last => plain[..^1] + last);
        var sameBytes = others.Where(other => token.EndsWith('=') && Decoded(other) == Decoded(plain)).ToArray();

        Assert.Equal(token.Count('=') switch { 0 => 0, 1 => 3, _ => 15 }, sameBytes.Length);
        Assert.All(sameBytes, other => Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(other)));
    }

    [Fact]
    public void Equals_sign_inside_is_refused() =>
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(Example.ToBase64(Queries[0]).Insert(8, "====")));

    [Fact]
    public void Both_alphabets_are_accepted_even_in_one_token()
    {
        // In base64 of text a `+` or a `/` is rare; these characters bring both.
        var token = Example.ToBase64($"?x=~~~\u00BF\u00FB>>>???&{Queries[0]}");
        Assert.Contains('+', token);
        Assert.Contains('/', token);

        Assert.Equal(VkLaunchFailure.None, Example.Verdict(token));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(token.Replace('+', '-').Replace('/', '_')));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(token.Replace('+', '-')));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(token.Replace('/', '_')));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAAAA")]
    [InlineData("=")]
    [InlineData("==")]
    [InlineData("====")]
    [InlineData("A===")]
    public void Length_that_no_encoder_makes_is_refused(string token) =>
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(token));

    [Fact]
    public void Address_in_base64_may_hold_any_text_of_utf8()
    {
        const string text = "Привет 😀";
        var query = Example.Query(("vk_ref", text)).With(ReferenceSignature.Rfc1738(text), text);

        Assert.Equal(text, Example.Launch(Example.ToBase64(query)).Ref);
    }

    private static string[] Around(string token, string space) => [token + space, space + token, space + token + space];

    private static string Decoded(string token) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(token.PadRight((token.Length + 3) / 4 * 4, '=')));
}
