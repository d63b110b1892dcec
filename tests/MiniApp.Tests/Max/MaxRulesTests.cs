using MiniApp;
using TestSupport;

namespace MaxMiniApp.Tests;

/// <summary>What is particular to MAX.</summary>
public class MaxRulesTests
{
    [Theory]
    [InlineData("1760000000", InitDataFailure.None)]
    [InlineData("1760000000999", InitDataFailure.None)]
    [InlineData("1759913600000", InitDataFailure.None)]
    [InlineData("1759913599999", InitDataFailure.Expired)]
    [InlineData("1760000060999", InitDataFailure.None)]
    [InlineData("1760000061000", InitDataFailure.NotYetValid)]
    [InlineData("100000000000", InitDataFailure.NotYetValid)]
    [InlineData("100000000001", InitDataFailure.Expired)]
    [InlineData("9223372036854775807", InitDataFailure.NotYetValid)]
    [InlineData("1759913600", InitDataFailure.None)]
    [InlineData("1759913599", InitDataFailure.Expired)]
    [InlineData("1760000060", InitDataFailure.None)]
    [InlineData("1760000061", InitDataFailure.NotYetValid)]
    public void Time_is_in_seconds_or_above_100000000000_in_milliseconds(string authDate, InitDataFailure expected) =>
        Assert.Equal(expected, Example.Verdict(Example.InitData(("auth_date", authDate))));

    [Fact]
    public void Time_reads_the_same_in_either_unit()
    {
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1760000000), Example.Read().AuthDate);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1760000000), Example.Read(("auth_date", "1760000000999")).AuthDate);
    }

    [Fact]
    public void Init_data_may_be_encoded_once_more_and_no_more()
    {
        var once = Uri.EscapeDataString(Example.InitData(("start_param", "a b+c%")));

        Assert.Equal(InitDataFailure.None, Example.Verdict(once));
        Assert.Equal("a b+c%", Example.Verifier().Verify(once).InitData!.StartParam);
        Assert.True(MaxInitData.TryParseUnverified(once, out _));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Uri.EscapeDataString(once)));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict("WebAppData=" + once + "&WebAppVersion=26.2.8"));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%2")]
    [InlineData("%ff")]
    [InlineData("%26")]
    [InlineData("%26a%3D")]
    [InlineData("auth_date%3D1")]
    [InlineData("auth_date=1%26hash=2%")]
    [InlineData("%ED%A0%80%26a%3D1")]
    public void Text_that_is_encoded_once_more_has_to_be_init_data_all_the_same(string token)
    {
        var expected = token == "auth_date%3D1" ? InitDataFailure.MissingProof : InitDataFailure.Malformed;

        Assert.Equal(expected, Example.Verdict(token));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(token + "\ud800"));
    }

    [Fact]
    public void Forged_init_data_gains_nothing_by_being_encoded_once_more()
    {
        var forged = Example.InitData().Replace("494075", "494076", StringComparison.Ordinal);

        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Uri.EscapeDataString(forged)));
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(Uri.EscapeDataString(ReferenceInitData.Query(Example.Fields()))));
    }

    [Fact]
    public void Signature_is_a_field_like_any_other()
    {
        Assert.Equal("x", Example.Read(("signature", "x"))["signature"]);
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Example.InitData() + "&signature=x"));
    }

    [Fact]
    public void Verdicts_come_in_their_order()
    {
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict("auth_date=x&user=1"));
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict("auth_date=1&user=1"));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict("auth_date=1&hash=1"));
        Assert.Equal(InitDataFailure.Expired, Example.Verdict(Example.InitData(("auth_date", "1"), ("user", null))));
        Assert.Equal(InitDataFailure.NoUser, Example.Verdict(Example.InitData(("user", null))));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(null));
    }

    [Theory]
    [InlineData("{\"id\":\"1\"}")]
    [InlineData("{\"id\":0}")]
    [InlineData("{\"id\":null}")]
    [InlineData("null")]
    [InlineData("{\"id\":1")]
    [InlineData("{\"id\":1,\"first_name\":\"\\ud800\"}")]
    public void What_names_nobody_is_refused(string user) =>
        Assert.Equal(InitDataFailure.NoUser, Example.Verdict(Example.InitData(("user", user))));

    [Fact]
    public void JSON_nested_20000_times_is_refused_without_a_stack_overflow()
    {
        var user = "{\"id\":1,\"x\":" + new string('[', 20_000) + new string(']', 20_000) + "}";
        var verifier = Example.Verifier(options => options.MaxTokenLength = 1_048_576);

        Assert.Equal(InitDataFailure.NoUser, Example.Verdict(Example.InitData(("user", user)), verifier));
    }

    [Fact]
    public void Everything_is_read()
    {
        var initData = Example.Read(
            ("start_param", "abc"),
            ("future_field", "x"),
            ("chat", "{\"id\":-5,\"type\":\"CLUB\",\"title\":\"T\"}"),
            ("user", "{\"id\":7,\"first_name\":\"Илья\",\"last_name\":\"Ёж\",\"username\":\"i\",\"language_code\":\"ru\",\"photo_url\":\"p\",\"level\":1}"));

        Assert.Equal(7, initData.User.Id);
        Assert.Equal("Илья", initData.User.FirstName);
        Assert.Equal("Ёж", initData.User.LastName);
        Assert.Equal("i", initData.User.Username);
        Assert.Equal("ru", initData.User.LanguageCode);
        Assert.Equal("p", initData.User.PhotoUrl);
        Assert.Equal(1, initData.User.Additional["level"].GetInt32());
        Assert.Equal(-5, initData.Chat!.Id);
        Assert.Equal(new MaxChatType("CLUB"), initData.Chat.Type);
        Assert.Equal("T", initData.Chat.Additional["title"].GetString());
        Assert.Equal("abc", initData.StartParam);
        Assert.Equal("4c0ab423-342b-4e45-aea4-2747dbc500cd", initData.QueryId);
        Assert.Equal("192.168.0.1", initData.Ip);
        Assert.Equal(64, initData.Hash!.Length);
        Assert.Equal("x", initData["future_field"]);
        Assert.Equal(
            ["auth_date", "chat", "future_field", "hash", "ip", "query_id", "start_param", "user"],
            initData.Values.Select(value => value.Key));
    }

    [Fact]
    public void What_is_not_there_reads_as_absent()
    {
        var initData = Example.Read(("chat", null), ("ip", null), ("query_id", null), ("user", "{\"id\":7,\"first_name\":null}"));

        Assert.Null(initData.Chat);
        Assert.Null(initData.Ip);
        Assert.Null(initData.QueryId);
        Assert.Null(initData.StartParam);
        Assert.Equal("", initData.User.FirstName);
        Assert.Empty(initData.User.Additional);
        Assert.Null(Example.Read(("chat", "{\"id\":\"x\"}")).Chat);
        Assert.Equal("", Example.Read(("chat", "{\"id\":1,\"type\":{\"a\":1}}")).Chat!.Type.Value);
        Assert.Equal("", Example.Read(("chat", "{\"id\":1,\"type\":null}")).Chat!.Type.ToString());
    }

    [Fact]
    public void Members_of_another_type_read_as_absent()
    {
        var user = Example.Read(("user", "{\"id\":7,\"first_name\":5,\"last_name\":{\"a\":[1]},\"username\":true,\"photo_url\":[]}")).User;

        Assert.Equal("", user.FirstName);
        Assert.Null(user.LastName);
        Assert.Null(user.Username);
        Assert.Null(user.PhotoUrl);
        Assert.Empty(user.Additional);
    }

    [Fact]
    public void Limits_are_those_of_the_options()
    {
        var initData = Example.InitData();

        Assert.Equal(InitDataFailure.None, Example.Verdict(initData, Example.Verifier(options => options.MaxTokenLength = initData.Length)));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(initData, Example.Verifier(options => options.MaxTokenLength = initData.Length - 1)));
        Assert.Equal(InitDataFailure.None, Example.Verdict(initData, Example.Verifier(options => options.MaxParameters = 6)));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(initData, Example.Verifier(options => options.MaxParameters = 5)));
    }

    [Fact]
    public void Unverified_init_data_says_what_the_token_says()
    {
        Assert.True(MaxInitData.TryParseUnverified("auth_date=5&user=x", out var unverified));
        Assert.Equal(0, unverified.User.Id);
        Assert.Equal(5, unverified.AuthDate.ToUnixTimeSeconds());
        Assert.True(MaxInitData.TryParseUnverified("auth_date=5&hash=6", out unverified));
        Assert.Equal(["auth_date", "hash"], unverified.Values.Select(value => value.Key));
        Assert.False(MaxInitData.TryParseUnverified("user=x", out unverified));
        Assert.Null(unverified);
    }

    [Fact]
    public void Type_of_chat_is_its_name_in_JSON()
    {
        Assert.Equal("\"DIALOG\"", System.Text.Json.JsonSerializer.Serialize(MaxChatType.Dialog));
        Assert.Equal(MaxChatType.Dialog, System.Text.Json.JsonSerializer.Deserialize<MaxChatType>("\"DIALOG\""));
        Assert.Equal(default, new MaxChatType(""));
        Assert.Throws<ArgumentNullException>("value", () => new MaxChatType(null!));
    }
}
