using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>What counts as init data at all. Everything here is hashed rightly as far as it can be, so that only its shape is wrong.</summary>
public class FieldRulesTests
{
    [Theory]
    [InlineData("&")]
    [InlineData("&&x=")]
    [InlineData("&x")]
    [InlineData("&=x")]
    [InlineData("&=")]
    [InlineData("&%3Dx=1")]
    [InlineData("&x=%")]
    [InlineData("&x=%4")]
    [InlineData("&x=%zz")]
    [InlineData("&x=%ff")]
    [InlineData("&%ff=x")]
    [InlineData("&x%=1")]
    [InlineData("&x=%ed%a0%80")]
    [InlineData("&x=a%0Ab")]
    [InlineData("&x=a\nb")]
    [InlineData("&a%0Ab=x")]
    [InlineData("&auth_date=1760000000")]
    [InlineData("&user=1")]
    [InlineData("&%75ser=1")]
    [InlineData("&hash=")]
    [InlineData("&h%61sh=0")]
    public void Text_behind_good_init_data_makes_it_malformed(string text)
    {
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Example.InitData() + text));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Example.Proved() + text, Example.ThirdParty()));
        Assert.False(TelegramInitData.TryParseUnverified(Example.InitData() + text, out var unverified));
        Assert.Null(unverified);
    }

    [Fact]
    public void Half_a_character_makes_init_data_malformed()
    {
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Example.InitData() + "&x=\ud800"));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict("\udc00" + Example.InitData()));
    }

    [Theory]
    [InlineData("&")]
    [InlineData("&&")]
    [InlineData("=&")]
    [InlineData("x&")]
    public void Text_before_good_init_data_makes_it_malformed(string text) =>
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(text + Example.InitData()));

    [Theory]
    [InlineData("?")]
    [InlineData("#")]
    [InlineData("https://example.com/?")]
    [InlineData("\u00a0")]
    [InlineData("\ufeff")]
    public void Text_that_becomes_part_of_the_first_name_makes_the_proof_wrong(string text) =>
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(text + Example.InitData(("aaa", "1"))));

    [Fact]
    public void Two_fields_can_not_be_passed_off_as_one()
    {
        // Both texts have the same check string, and so the same hash.
        var joined = Example.Fields(("start_param", null));
        joined["chat_type"] = "sender\nstart_param=from_ad";
        Assert.Equal(ReferenceInitData.CheckString(Example.Fields()), ReferenceInitData.CheckString(joined));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(ReferenceInitData.Sign(joined, Example.BotToken)));

        var renamed = Example.Fields(("start_param", null));
        renamed["start_param=from_ad"] = "";
        Assert.Equal(
            InitDataFailure.Malformed,
            Example.Verdict($"{ReferenceInitData.Query(renamed)}&hash={ReferenceInitData.Hash(renamed, Example.BotToken)}"));
    }

    [Fact]
    public void Names_that_differ_in_case_are_two_fields()
    {
        var initData = Example.Read(("USER", "{\"id\":1}"), ("Hash", "x"), ("Auth_date", "1"));

        Assert.Equal(494075, initData.User.Id);
        Assert.Equal("x", initData["Hash"]);
        Assert.NotEqual("x", initData.Hash);
    }

    [Fact]
    public void Every_spelling_of_a_character_is_the_same_character()
    {
        var initData = Example.InitData(("start_param", "a b+c=d~é"));
        var spelled = initData.With("start_param=a%20b%2Bc%3Dd~%C3%A9", "%73tart%5Fparam=a+b%2bc=d%7eé");

        Assert.Equal(InitDataFailure.None, Example.Verdict(spelled));
        Assert.Equal("a b+c=d~é", Example.Verifier().Verify(spelled).InitData!.StartParam);
    }

    [Fact]
    public void Token_may_be_as_long_as_the_limit_and_no_longer()
    {
        var padding = 8192 - Example.InitData(("x", "")).Length;
        var longest = Example.InitData(("x", new string('x', padding)));

        Assert.Equal(8192, longest.Length);
        Assert.Equal(InitDataFailure.None, Example.Verdict(longest));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Example.InitData(("x", new string('x', padding + 1)))));
        Assert.Equal(InitDataFailure.None, Example.Verdict(longest, Example.Verifier(options => options.MaxTokenLength = 8192)));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(longest, Example.Verifier(options => options.MaxTokenLength = 8191)));
    }

    [Fact]
    public void Init_data_may_have_as_many_fields_as_the_limit_and_no_more()
    {
        var fields = Enumerable.Range(0, 122).Select(number => ($"field{number}", (string?)"")).ToArray();
        Assert.Equal(InitDataFailure.None, Example.Verdict(Example.InitData(fields)));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Example.InitData([.. fields, ("one_more", "")])));

        Assert.Equal(InitDataFailure.None, Example.Verdict(Example.InitData(), Example.Verifier(options => options.MaxParameters = 6)));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Example.InitData(), Example.Verifier(options => options.MaxParameters = 5)));
    }

    [Theory]
    [InlineData("not*base64")]
    [InlineData("A")]
    [InlineData("QQ==")]
    [InlineData("%26%26")]
    [InlineData("user%3D1%26auth_date%3D1%26hash%3D1")]
    public void Token_without_an_ampersand_has_to_be_base64_of_init_data(string token) =>
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(token));

    [Fact]
    public void Init_data_that_is_encoded_once_more_is_not_init_data() =>
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Uri.EscapeDataString(Example.InitData())));

    [Fact]
    public void Token_of_another_platform_is_refused()
    {
        const string Vk = "vk_access_token_settings=&vk_app_id=51000001&vk_is_app_user=1&vk_language=ru&vk_platform=desktop_web"
            + "&vk_ts=1760000000&vk_user_id=494075&sign=exTIBPYTrAKDTHLLm2AwJkmcVcvFCzQUNyoa6wAjvW6k";

        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Vk));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Example.ToBase64Url(Vk)));
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(Vk + "&auth_date=1760000000"));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(ReferenceInitData.Sign(Example.Fields(), "a-bot-token-of-max")));
    }

    [Fact]
    public void Init_data_of_another_bot_is_refused()
    {
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(ReferenceInitData.Sign(Example.Fields(), "51000002:example-token")));

        var fields = Example.Fields();
        fields["signature"] = Example.Signature(Example.Fields(), botId: Example.BotId + 1);
        Assert.Equal(
            InitDataFailure.InvalidProof,
            Example.Verdict(ReferenceInitData.Sign(fields, Example.BotToken), Example.ThirdParty()));
    }
}
