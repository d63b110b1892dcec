using MaxMiniApp;
using TelegramMiniApp;
using TelegramMiniApp.Tests;

namespace MiniApp.Tests;

/// <summary>Which JSON names a user. Every text here is proved, so that the proof is no reason to refuse it.</summary>
public class InitDataUserTests
{
    private static readonly string[] Platforms = ["Telegram", "MAX"];

    public static TheoryData<string> Nobodies =>
    [
        "", " ", "null", "true", "1", "\"1\"", "[]", "[{\"id\":1}]", "{}", "{\"ID\":1}", "{\"user\":{\"id\":1}}",
        "{\"id\":\"1\"}", "{\"id\":1.0}", "{\"id\":1e3}", "{\"id\":1.5}", "{\"id\":true}", "{\"id\":null}", "{\"id\":[1]}", "{\"id\":{}}",
        "{\"id\":0}", "{\"id\":-1}", "{\"id\":01}", "{\"id\":+1}", "{\"id\":0x1}", "{\"id\":9223372036854775808}",
        "{\"id\":1,\"id\":2}", "{\"id\":1,\"id\":1}", "{\"id\":1,\"\\u0069d\":2}", "{\"id\":1,\"id\":\"x\"}",
        "{\"id\":1", "{\"id\":1}}", "{\"id\":1}{}", "{\"id\":1} x", "{\"id\":1,}", "{id:1}", "{'id':1}", "{\"id\":1/*c*/}", "//\r{\"id\":1}",
        "{\"id\":1,\"x\":\"\\ud80\"}", "{\"id\":1,\"x\":\"\\ud83d\\\"}", "{\"id\":1,\"x\":\"\\ud83d}", "{\"i\\ud83dd\":1}", "{\"id\":1}\\ud83d",
        "{\"id\":1,\"x\"}", "{\"id\":1,\"x\":", "{\"id\":1,\"x\":}", "{\"id\":1,\"x\":x}", "{\"id\":1,\"x\":tru}", "{\"id\":1,\"x\":nul", "{\"id\":1,\"x\":fals,}",
        "{\"id\":1,\"x\":1.}", "{\"id\":1,\"x\":1e}", "{\"id\":1,\"x\":9E+}", "{\"id\":1,\"x\":01}", "{\"id\":1,\"x\":-}", "{\"id\":1,\"x\":1", "{\"id\":1,\"x\":\"", "{\"",
        "{\"id\":1,\"x\":\"\u0001\"}", "{\"id\":1,\"x\":\"\\x\"}", "\ufeff{\"id\":1}",
        "{\"id\":1,\"deep\":" + new string('[', 64) + new string(']', 64) + "}",
    ];

    [Theory]
    [MemberData(nameof(Nobodies))]
    public void What_names_nobody_is_refused(string user)
    {
        Assert.All(Platforms, platform => Assert.Equal(InitDataFailure.NoUser, InitDataPlatform.Of(platform).CheckExample(("user", user))));
        Assert.Equal(InitDataFailure.NoUser, Example.Verdict(Example.Proved(("user", user)), Example.ThirdParty()));
    }

    [Theory]
    [InlineData("{\"id\":1}", 1)]
    [InlineData(" {\t\"id\" : 1\r} ", 1)]
    [InlineData("{\"id\":9223372036854775807}", long.MaxValue)]
    [InlineData("{\"\\u0069\\u0064\":5}", 5)]
    [InlineData("{\"x\":1.5,\"y\":1e3,\"z\":9E+1,\"id\":7}", 7)]
    [InlineData("{\"x\":-1,\"y\":0,\"z\":9,\"id\":8}", 8)]
    [InlineData("{\"x\":19,\"y\":true,\"z\":false,\"n\":null,\"id\":90}", 90)]
    [InlineData("{\"new\":{\"id\":2},\"list\":[{\"id\":3}],\"id\":4}", 4)]
    [InlineData("{\"first_name\":\"\\ud83d\\ude00\",\"id\":6}", 6)]
    public void What_names_somebody_is_accepted(string user, long id)
    {
        Assert.Equal(id, Example.Read(("user", user)).User.Id);
        Assert.Equal(id, MaxMiniApp.Tests.Example.Read(("user", user)).User.Id);
    }

    /// <summary>A name that was cut in the middle of an emoji must not keep its owner out, wherever it stands.</summary>
    [Theory]
    [InlineData("{\"id\":1,\"bio\":\"\\ud83d\"}", "")]
    [InlineData("{\"id\":1,\"bio\":\"\\uDE00\"}", "")]
    [InlineData("{\"id\":1,\"\\udc00\":1}", "")]
    [InlineData("{\"\\ud83d\":{\"\\ud83d\":[\"\\ud83dx\"]},\"id\":1}", "")]
    [InlineData("{\"id\":1,\"first_name\":\"Ada \\ud83d\"}", "Ada \ufffd")]
    [InlineData("{\"id\":1,\"first_name\":\"\\ude00\\ud83d\"}", "\ufffd\ufffd")]
    [InlineData("{\"id\":1,\"first_name\":\"\\ud83d\\ud83d\\ude00\"}", "\ufffd\U0001f600")]
    [InlineData("{\"id\":1,\"first_name\":\"\\\\ud83d\\\\\\ud83d\"}", "\\ud83d\\\ufffd")]
    public void Half_of_a_character_reads_as_the_replacement_character_and_fails_no_sign_in(string user, string firstName)
    {
        var chat = user.Replace("first_name", "title", StringComparison.Ordinal);
        var telegram = Example.Read(("user", user), ("receiver", user), ("chat", chat));
        var max = MaxMiniApp.Tests.Example.Read(("user", user), ("chat", user));

        Assert.Equal([firstName, firstName, firstName, firstName], [
            telegram.User.FirstName, telegram.Receiver!.FirstName, telegram.Chat!.Title, max.User.FirstName]);
        Assert.Equal((1, 1, 1, 1), (telegram.User.Id, telegram.Receiver.Id, max.User.Id, max.Chat!.Id));
        Assert.All(telegram.User.Additional.Values, value => Assert.DoesNotContain("\\ud83d\"", value.GetRawText(), StringComparison.Ordinal));
        Assert.Equal(user, telegram["user"]);
    }

    [Fact]
    public void User_of_whom_nothing_is_said_has_an_empty_first_name_and_no_other()
    {
        var user = new TelegramUser { Id = 1 };

        Assert.Equal(("", null, null), (user.FirstName, user.LastName, user.Username));
        Assert.Equal("", new MaxUser { Id = 1, FirstName = null }.FirstName);
    }

    [Fact]
    public void Deep_JSON_is_read_up_to_the_limit()
    {
        var user = "{\"id\":1,\"deep\":" + new string('[', 63) + new string(']', 63) + "}";

        Assert.Equal(1, Example.Read(("user", user)).User.Id);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"id\":", "}")]
    [InlineData("{\"id\":1,\"x\":", "}")]
    public void JSON_nested_20000_times_is_refused_without_a_stack_overflow(string open, string close)
    {
        var user = string.Concat(Enumerable.Repeat(open, 20_000)) + "1" + string.Concat(Enumerable.Repeat(close, 20_000));

        Assert.All(Platforms.Select(InitDataPlatform.Of), platform =>
        {
            var initData = platform.InitData([("user", user)]);
            Assert.Equal(InitDataFailure.NoUser, platform.Check(initData, options => options.MaxTokenLength = 1_048_576));
            Assert.Equal(InitDataFailure.Malformed, platform.Check(initData));
        });
    }

    [Fact]
    public void Deep_chat_and_receiver_read_as_absent()
    {
        var deep = new string('[', 2_000) + new string(']', 2_000);
        var verifier = Example.Verifier(options => options.MaxTokenLength = 1_048_576);
        var initData = verifier.Verify(Example.InitData(("chat", deep), ("receiver", "{\"id\":1,\"x\":" + deep + "}"))).InitData!;

        Assert.Null(initData.Chat);
        Assert.Null(initData.Receiver);
    }
}
