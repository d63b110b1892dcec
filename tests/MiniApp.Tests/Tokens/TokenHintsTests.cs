using System.Buffers.Text;
using System.Text;

namespace MiniApp.Tests;

/// <summary>What is guessed of a token that a page made a mess of.</summary>
public class TokenHintsTests
{
    private const string Launch = "vk_access_token_settings=friends%2Cphotos&vk_app_id=1&vk_ts=2&vk_user_id=3&sign=x";
    private const string InitData = "auth_date=1&user=%7B%22id%22%3A3%2C%22first_name%22%3A%22A%20B%22%7D&hash=ab";

    private static readonly string[] AuthSchemes = ["Bearer", "VK"];

    [Theory]
    [InlineData(Launch)]
    [InlineData("?" + Launch)]
    [InlineData("https://page.example/?" + Launch)]
    [InlineData("https://page.example/?" + Launch + "#/profile")]
    [InlineData(InitData)]
    [InlineData("x")]
    [InlineData("a&b")]
    [InlineData("CfDJ8")]
    [InlineData("%41")]
    [InlineData("YWJj")]
    [InlineData("YWI%3D")]
    [InlineData("\"a&b")]
    [InlineData("xtgWebAppData=1")]
    [InlineData("tgWebAppDataX=1&b=2")]
    public void Nothing_strikes_the_eye_in_a_token_as_the_platform_gives_it(string token)
    {
        Assert.Null(TokenHints.Find(token));
        Assert.Null(TokenHints.Find(InBase64(token)));
    }

    [Theory]
    [InlineData("", "It is empty")]
    [InlineData("  ", "It is empty")]
    [InlineData("undefined", "It is what JavaScript writes")]
    [InlineData("null", "It is what JavaScript writes")]
    [InlineData("NaN", "It is what JavaScript writes")]
    [InlineData("true", "It is what JavaScript writes")]
    [InlineData("false", "It is what JavaScript writes")]
    [InlineData("[object Object]", "It is what JavaScript writes")]
    [InlineData("[object Promise]", "It is what JavaScript writes")]
    [InlineData("%5Bobject%20Object%5D", "It is what JavaScript writes")]
    [InlineData("{\"vk_user_id\":3,\"sign\":\"x\"}", "It is the object that VKWebAppGetLaunchParams answers with")]
    [InlineData("{\"user\":{\"id\":3},\"hash\":\"ab\"}", "It is an object as JSON")]
    [InlineData("\"" + Launch + "\"", "It stands in quotation marks")]
    [InlineData("${location.search.slice(1)}", "It has ${…} in it")]
    [InlineData("Bearer " + Launch, "An auth-scheme")]
    [InlineData("vk " + Launch, "An auth-scheme")]
    [InlineData("tma " + InitData, "An auth-scheme")]
    [InlineData("Max " + InitData, "An auth-scheme")]
    [InlineData("auth_date=1\nuser=2", "It has its parameters in lines")]
    [InlineData("vk_app_id=1&amp;vk_ts=2", "Its & are written as &amp;")]
    [InlineData("#tgWebAppData=auth_date%3D1%26hash%3Dab&tgWebAppVersion=8.0", "It is the fragment of the page's address, location.hash: init data")]
    [InlineData("tgWebAppData=auth_date%3D1%26hash%3Dab&tgWebAppVersion=8.0", "It is the fragment of the page's address, location.hash: init data")]
    [InlineData("https://page.example/#WebAppData=auth_date%3D1%26hash%3Dab&x=1", "It is the fragment of the page's address, location.hash: init data")]
    [InlineData("tgWebAppData%3Dauth_date%253D1", "It is the fragment of the page's address, location.hash: init data")]
    [InlineData("tgWebAppData%3dauth_date%253d1", "It is the fragment of the page's address, location.hash: init data")]
    [InlineData("?a=b&WebAppData=auth_date%3D1", "It is the fragment of the page's address, location.hash: init data")]
    [InlineData("#/profile?a=b&c=d", "It is the fragment of the page's address, location.hash: launch")]
    [InlineData("https://page.example/#" + Launch, "It is the fragment of the page's address, location.hash: launch")]
    [InlineData("#vk_app_id=1&vk_ref=a%252Cb", "It is the fragment of the page's address, location.hash: launch")]
    [InlineData("https://page.example/", "It is an address without launch parameters")]
    [InlineData("vk_app_id%3D1%26vk_ts%3D2", "It is percent-encoded twice")]
    [InlineData("vk_app_id%253D1%2526vk_ts%253D2", "It is percent-encoded twice")]
    [InlineData("vk_access_token_settings=friends%252Cphotos&vk_app_id=1", "It is percent-encoded twice")]
    [InlineData("auth_date=1&user=%257B%2522id%2522%253A3%257D&hash=ab", "It is percent-encoded twice")]
    [InlineData("auth_date=1&user={\"id\":3,\"first_name\":\"A&B\"}&hash=ab", "Its values are decoded already")]
    [InlineData("a.b.c", "It looks like a JSON Web Token")]
    [InlineData("CfDJ8ABCDEFGHIJKLMNOPQRSTUVWXYZabc", "It looks like a session's token")]
    public void Mistake_of_a_page_is_named_plain_and_in_base64(string token, string beginning)
    {
        Assert.StartsWith(beginning, TokenHints.Find(token), StringComparison.Ordinal);
        if (token.Length > 0)
        {
            Assert.StartsWith(beginning, TokenHints.Find(InBase64(token)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Base64_of_base64_and_base64_that_was_percent_encoded_are_named()
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Launch + '~'));
        Assert.EndsWith("=", base64, StringComparison.Ordinal);

        Assert.Equal("It is in base64 twice.", TokenHints.Find(InBase64(InBase64(Launch))));
        Assert.StartsWith("It is base64 that was percent-encoded", TokenHints.Find(Uri.EscapeDataString(base64)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Launch)]
    [InlineData("?" + Launch)]
    [InlineData("https://page.example/?" + Launch)]
    [InlineData(InitData)]
    public void Header_without_an_auth_scheme_or_behind_another_is_named(string token)
    {
        foreach (var spelling in new[] { token, InBase64(token) })
        {
            Assert.Equal(
                "The header has a token without an auth-scheme: put \"Bearer \" before it.",
                TokenHints.FindInHeader(spelling, AuthSchemes));
            Assert.Equal(
                "The header has a token behind another auth-scheme than Bearer or VK.",
                TokenHints.FindInHeader("tma " + spelling, AuthSchemes));
            Assert.Null(TokenHints.FindInHeader("bearer  " + spelling, AuthSchemes));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("Basic dXNlcjpwPWEmYg==")]
    [InlineData("Digest username=\"a\", uri=\"/?a=1&b=2\"")]
    [InlineData("Digest username=\"a\",uri=\"/?a=1&b=2\"")]
    [InlineData("Negotiate YIIB6AYJKoZIhvcSAQICAQBuggHX")]
    [InlineData("tma a.b.c")]
    public void Header_of_another_scheme_is_left_alone(string header) => Assert.Null(TokenHints.FindInHeader(header, AuthSchemes));

    [Fact]
    public void Header_with_its_auth_scheme_is_judged_by_what_stands_behind_it()
    {
        Assert.StartsWith("It is empty", TokenHints.FindInHeader("VK", AuthSchemes), StringComparison.Ordinal);
        Assert.StartsWith("An auth-scheme", TokenHints.FindInHeader("bearer Bearer " + Launch, AuthSchemes), StringComparison.Ordinal);
    }

    [Fact]
    public void Slip_that_hides_the_auth_scheme_is_named()
    {
        Assert.Equal("The header has a \":\" behind Bearer: there has to be a space.", TokenHints.FindInHeader("Bearer:" + Launch, AuthSchemes));
        Assert.Equal("The header has a \"=\" behind VK: there has to be a space.", TokenHints.FindInHeader("vk=" + Launch, AuthSchemes));
        Assert.Equal("The header stands in quotation marks: send it without.", TokenHints.FindInHeader($"\"Bearer {Launch}\"", AuthSchemes));
        Assert.Equal("The header stands in quotation marks: send it without.", TokenHints.FindInHeader($"'vk {Launch}'", AuthSchemes));
        Assert.Null(TokenHints.FindInHeader("Bearer;" + InBase64("x"), AuthSchemes));
        Assert.Null(TokenHints.FindInHeader("\"tma x\"", AuthSchemes));
    }

    [Fact]
    public void Auth_schemes_have_to_be_named() =>
        Assert.Throws<ArgumentNullException>("authSchemes", () => TokenHints.FindInHeader("x", null!));

    private static string InBase64(string token) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token));
}
