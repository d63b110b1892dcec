using System.Text.Json;

namespace TelegramMiniApp.Tests;

/// <summary>The typed reading of init data.</summary>
public class TelegramInitDataTests
{
    [Fact]
    public void Chat_that_nobody_described_has_an_empty_title() =>
        Assert.Equal("", new TelegramChat { Id = 1 }.Title);

    [Fact]
    public void Every_documented_field_is_read()
    {
        var initData = Example.Read(
            ("query_id", "AAA"),
            ("receiver", "{\"id\":2,\"is_bot\":true,\"first_name\":\"R\"}"),
            ("chat", "{\"id\":-1001234567890,\"type\":\"supergroup\",\"title\":\"T\",\"username\":\"t\",\"photo_url\":\"https://t.me/c.svg\"}"),
            ("chat_type", "supergroup"),
            ("can_send_after", "30"),
            ("chat_join_request_query_id", "q1"),
            ("signature", "s"));

        Assert.Equal(Example.BotId, initData.BotId);
        Assert.Equal("AAA", initData.QueryId);
        Assert.Equal(494075, initData.User.Id);
        Assert.Equal(2, initData.Receiver!.Id);
        Assert.True(initData.Receiver.IsBot);
        Assert.Equal("R", initData.Receiver.FirstName);
        Assert.Equal(-1001234567890, initData.Chat!.Id);
        Assert.Equal(TelegramChatType.Supergroup, initData.Chat.Type);
        Assert.Equal("T", initData.Chat.Title);
        Assert.Equal("t", initData.Chat.Username);
        Assert.Equal("https://t.me/c.svg", initData.Chat.PhotoUrl);
        Assert.Equal(TelegramChatType.Supergroup, initData.ChatType);
        Assert.Equal("-7303070830523603883", initData.ChatInstance);
        Assert.Equal("from_ad", initData.StartParam);
        Assert.Equal(TimeSpan.FromSeconds(30), initData.CanSendAfter);
        Assert.Equal("q1", initData.ChatJoinRequestQueryId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Example.Now), initData.AuthDate);
        Assert.Equal("s", initData.Signature);
        Assert.Equal(64, initData.Hash!.Length);
    }

    [Fact]
    public void Every_documented_member_of_the_user_is_read()
    {
        var user = Example.Read(("user", """
            {"id":9007199254740,"is_bot":false,"first_name":"Илья","last_name":"Ёж","username":"ada","language_code":"ru","is_premium":true,
            "added_to_attachment_menu":true,"allows_write_to_pm":true,"photo_url":"https:\/\/t.me\/i\/a.svg","level":7,"badges":["a"]}
            """.ReplaceLineEndings(" "))).User;

        Assert.Equal(9007199254740, user.Id);
        Assert.False(user.IsBot);
        Assert.Equal("Илья", user.FirstName);
        Assert.Equal("Ёж", user.LastName);
        Assert.Equal("ada", user.Username);
        Assert.Equal("ru", user.LanguageCode);
        Assert.True(user.IsPremium);
        Assert.True(user.AddedToAttachmentMenu);
        Assert.True(user.AllowsWriteToPm);
        Assert.Equal("https://t.me/i/a.svg", user.PhotoUrl);
        Assert.Equal(["badges", "level"], user.Additional.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(7, user.Additional["level"].GetInt32());
    }

    [Fact]
    public void What_is_not_there_reads_as_absent()
    {
        var initData = Example.Read(("start_param", null), ("chat_type", null), ("chat_instance", null), ("user", "{\"id\":1}"));
        var user = initData.User;

        Assert.Null(initData.QueryId);
        Assert.Null(initData.Receiver);
        Assert.Null(initData.Chat);
        Assert.Null(initData.ChatType);
        Assert.Null(initData.ChatInstance);
        Assert.Null(initData.StartParam);
        Assert.Null(initData.CanSendAfter);
        Assert.Null(initData.ChatJoinRequestQueryId);
        Assert.Null(initData.Signature);
        Assert.Null(initData["new"]);
        Assert.Equal("", user.FirstName);
        Assert.Null(user.LastName);
        Assert.Null(user.Username);
        Assert.Null(user.LanguageCode);
        Assert.Null(user.PhotoUrl);
        Assert.False(user.IsBot || user.IsPremium || user.AddedToAttachmentMenu || user.AllowsWriteToPm);
        Assert.Empty(user.Additional);
    }

    [Fact]
    public void Members_of_another_type_or_null_read_as_absent()
    {
        var initData = Example.Read(
            ("user", "{\"id\":1,\"first_name\":null,\"last_name\":{\"a\":[1]},\"username\":5,\"is_premium\":1,\"is_bot\":null,\"allows_write_to_pm\":[true]}"),
            ("chat", "{\"id\":-1,\"type\":null,\"title\":null,\"username\":[],\"photo_url\":true}"),
            ("receiver", "{\"id\":0,\"first_name\":false}"));

        Assert.Equal("", initData.User.FirstName);
        Assert.Null(initData.User.LastName);
        Assert.Null(initData.User.Username);
        Assert.False(initData.User.IsPremium || initData.User.IsBot || initData.User.AllowsWriteToPm);
        Assert.Empty(initData.User.Additional);
        Assert.Equal(default, initData.Chat!.Type);
        Assert.Equal("", initData.Chat.Title);
        Assert.Null(initData.Chat.Username);
        Assert.Null(initData.Chat.PhotoUrl);
        Assert.Equal(0, initData.Receiver!.Id);
    }

    [Theory]
    [InlineData("{\"type\":\"group\"}")]
    [InlineData("{\"id\":\"-1\"}")]
    [InlineData("{\"id\":-1")]
    [InlineData("[]")]
    [InlineData("")]
    public void Unreadable_chat_or_receiver_reads_as_absent_and_fails_no_sign_in(string json)
    {
        var initData = Example.Read(("chat", json), ("receiver", json));

        Assert.Null(initData.Chat);
        Assert.Null(initData.Receiver);
        Assert.Equal(json, initData["chat"]);
    }

    [Theory]
    [InlineData("{\"id\":-1,\"type\":7}")]
    [InlineData("{\"id\":-1,\"type\":{\"a\":1},\"title\":\"T\"}")]
    [InlineData("{\"id\":-1,\"type\":[\"group\"]}")]
    public void Type_of_chat_that_is_no_text_is_none(string chat) => Assert.Equal("", Example.Read(("chat", chat)).Chat!.Type.Value);

    [Fact]
    public void New_members_of_a_chat_are_kept() =>
        Assert.True(Example.Read(("chat", "{\"id\":-1,\"is_forum\":true}")).Chat!.Additional["is_forum"].GetBoolean());

    [Theory]
    [InlineData("-1", null)]
    [InlineData("", null)]
    [InlineData("soon", null)]
    [InlineData("0", 0L)]
    [InlineData("922337203685", 922337203685L)]
    [InlineData("922337203686", null)]
    [InlineData("9223372036854775807", null)]
    public void Can_send_after_is_whole_seconds_or_absent(string text, long? seconds) =>
        Assert.Equal(seconds, (long?)Example.Read(("can_send_after", text)).CanSendAfter?.TotalSeconds);

    [Fact]
    public void Values_are_all_fields_in_the_order_of_their_names()
    {
        Assert.Equal(
            ["auth_date", "chat_instance", "chat_type", "future_field", "hash", "start_param", "user"],
            Example.Read(("future_field", "x")).Values.Select(value => value.Key));
        Assert.Equal("x", Example.Read(("future_field", "x"))["future_field"]);
        Assert.Equal(["auth_date", "gash", "hash"], Unverified("gash=1&hash=2&auth_date=3").Values.Select(value => value.Key));
        Assert.Equal(["auth_date", "gash"], Unverified("gash=1&auth_date=3").Values.Select(value => value.Key));
        Assert.Equal(["auth_date", "hash", "hashes"], Unverified("hashes=1&hash=2&auth_date=3").Values.Select(value => value.Key));
    }

    /// <summary>Whether a platform sends nothing or leaves the field out is no matter to an application.</summary>
    [Fact]
    public void Empty_value_reads_as_absent_and_is_there_by_name()
    {
        string[] names =
        [
            "chat_instance", "chat_type", "start_param", "query_id", "chat", "receiver", "can_send_after", "chat_join_request_query_id", "signature",
        ];
        var initData = Example.Read([
            .. names.Select(name => (name, (string?)"")),
            ("user", "{\"id\":1,\"first_name\":\"\",\"last_name\":\"\",\"username\":\"\",\"language_code\":\"\",\"photo_url\":\"\"}"),
        ]);

        Assert.Equal((null, null, null), (initData.ChatInstance, initData.StartParam, initData.QueryId));
        Assert.Equal((null, null), (initData.ChatJoinRequestQueryId, initData.Signature));
        Assert.Equal((null, null, null, null), (initData.ChatType, initData.Chat, initData.Receiver, initData.CanSendAfter));
        Assert.Equal("", initData.User.FirstName);
        Assert.Equal((null, null), (initData.User.LastName, initData.User.Username));
        Assert.Equal((null, null), (initData.User.LanguageCode, initData.User.PhotoUrl));
        Assert.All(names, name => Assert.Equal("", initData[name]));

        var max = MaxMiniApp.Tests.Example.Read(("ip", ""), ("query_id", ""), ("chat", ""));
        Assert.Equal((null, null, null, ""), (max.Ip, max.QueryId, max.Chat, max["ip"]));
    }

    [Fact]
    public void Unverified_init_data_says_what_the_token_says()
    {
        var unverified = Unverified("user={\"id\":7,\"first_name\":\"Eve\"}&auth_date=5&hash=");

        Assert.Equal(7, unverified.User.Id);
        Assert.Equal("Eve", unverified.User.FirstName);
        Assert.Equal(0, unverified.BotId);
        Assert.Equal(5, unverified.AuthDate.ToUnixTimeSeconds());
        Assert.Null(unverified.Hash);
        Assert.Equal(0, Unverified("user=x&auth_date=5").User.Id);
        Assert.Equal(0, Unverified("auth_date=5&hash=0").User.Id);
    }

    [Fact]
    public void Init_data_is_told_from_other_tokens_whoever_made_it()
    {
        Assert.True(TelegramInitData.LooksLikeInitData(Example.InitData() + "0"));
        Assert.True(TelegramInitData.LooksLikeInitData(Example.ToBase64Url(Example.InitData())));
        Assert.False(TelegramInitData.LooksLikeInitData(Uri.EscapeDataString(Example.InitData())));
        Assert.False(TelegramInitData.LooksLikeInitData("user=x&hash=1"));
        Assert.False(TelegramInitData.LooksLikeInitData("a.b.c"));
        Assert.False(TelegramInitData.LooksLikeInitData(""));
    }

    [Fact]
    public void Type_of_chat_is_its_name_in_JSON()
    {
        TelegramChatType[] types =
        [
            TelegramChatType.Sender, TelegramChatType.Private, TelegramChatType.Group, TelegramChatType.Supergroup, TelegramChatType.Channel,
            new("hologram"), default,
        ];

        Assert.Equal(["sender", "private", "group", "supergroup", "channel", "hologram", ""], types.Select(type => type.ToString()));
        Assert.Equal("""["sender","private","group","supergroup","channel","hologram",""]""", JsonSerializer.Serialize(types));
        Assert.Equal(types, JsonSerializer.Deserialize<TelegramChatType[]>(JsonSerializer.Serialize(types)));
        Assert.Equal(default, new TelegramChatType(""));
        Assert.Throws<ArgumentNullException>("value", () => new TelegramChatType(null!));
    }

    private static TelegramInitData Unverified(string token)
    {
        Assert.True(TelegramInitData.TryParseUnverified(token, out var unverified));
        return unverified;
    }
}
