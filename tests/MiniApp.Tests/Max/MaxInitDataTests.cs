using System.Text.Json;

namespace MaxMiniApp.Tests;

/// <summary>The typed reading of init data.</summary>
public class MaxInitDataTests
{
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
    public void Init_data_is_told_from_other_tokens_whoever_made_it()
    {
        Assert.True(MaxInitData.LooksLikeInitData(Example.InitData() + "0"));
        Assert.True(MaxInitData.LooksLikeInitData(Uri.EscapeDataString(Example.InitData())));
        Assert.False(MaxInitData.LooksLikeInitData("user=x&hash=1"));
        Assert.False(MaxInitData.LooksLikeInitData("a.b.c"));
        Assert.False(MaxInitData.LooksLikeInitData(""));
    }

    [Fact]
    public void Type_of_chat_is_its_name_in_JSON()
    {
        Assert.Equal("\"DIALOG\"", JsonSerializer.Serialize(MaxChatType.Dialog));
        Assert.Equal(MaxChatType.Dialog, JsonSerializer.Deserialize<MaxChatType>("\"DIALOG\""));
        Assert.Equal(default, new MaxChatType(""));
        Assert.Throws<ArgumentNullException>("value", () => new MaxChatType(null!));
    }
}
