using System.Security.Claims;

namespace TelegramMiniApp.AspNetCore.Tests;

/// <summary>What the application knows of a user.</summary>
public class ClaimsTests
{
    private static readonly TelegramInitDataDescriptor Everything = new()
    {
        User = new TelegramUser
        {
            Id = 9007199254740,
            FirstName = "Ада",
            LastName = "Lovelace & Co",
            Username = "ada",
            LanguageCode = "ru",
            IsPremium = true,
            AllowsWriteToPm = true,
            AddedToAttachmentMenu = true,
            PhotoUrl = "https://t.me/i/a.svg?x=1&y=2",
        },
        Receiver = new TelegramUser { Id = 7, FirstName = "Somebody else" },
        Chat = new TelegramChat { Id = -1001234567890, Type = TelegramChatType.Supergroup, Title = "Title" },
        ChatType = TelegramChatType.Group,
        ChatInstance = "-7303070830523603883",
        StartParam = "from_ad",
        QueryId = "AAHdF6IQAAAAAN0XohDhrOrc",
        CanSendAfter = TimeSpan.FromSeconds(7),
        Additional = new Dictionary<string, string>(StringComparer.Ordinal) { ["future_field"] = "x", ["telegram_user_id"] = "1" },
    };

    [Fact]
    public async Task Claims_are_what_Telegram_proved_of_the_user_and_the_chat()
    {
        await using var app = await StartAsync();

        Assert.Equal(
            [
                (ClaimTypes.NameIdentifier, "telegram:9007199254740"),
                ("telegram_user_id", "9007199254740"),
                ("telegram_auth_date", "1760000000"),
                ("telegram_bot_id", "51000001"),
                ("telegram_first_name", "Ада"),
                ("telegram_last_name", "Lovelace & Co"),
                ("telegram_username", "ada"),
                ("telegram_language_code", "ru"),
                ("telegram_photo_url", "https://t.me/i/a.svg?x=1&y=2"),
                ("telegram_is_premium", "true"),
                ("telegram_allows_write_to_pm", "true"),
                ("telegram_chat_id", "-1001234567890"),
                ("telegram_chat_type", "group"),
                ("telegram_chat_instance", "-7303070830523603883"),
                ("telegram_start_param", "from_ad"),
                ("telegram_query_id", "AAHdF6IQAAAAAN0XohDhrOrc"),
            ],
            await ClaimsAsync(app, TelegramLaunch.Hashed(opening: Everything)));
    }

    [Fact]
    public async Task What_is_not_told_is_no_claim()
    {
        await using var app = await StartAsync();

        Assert.Equal(
            [
                (ClaimTypes.NameIdentifier, "telegram:42"),
                ("telegram_user_id", "42"),
                ("telegram_auth_date", "1760000000"),
                ("telegram_bot_id", "51000001"),
            ],
            await ClaimsAsync(app, TelegramLaunch.Hashed()));
    }

    [Fact]
    public async Task Kind_of_the_chat_is_that_of_the_link_or_else_of_the_chat_itself()
    {
        await using var app = await StartAsync();
        var chat = new TelegramChat { Id = -5, Type = TelegramChatType.Channel };
        var ofChat = new TelegramInitDataDescriptor { User = new TelegramUser { Id = 42 }, Chat = chat };
        var ofLink = new TelegramInitDataDescriptor { User = new TelegramUser { Id = 42 }, ChatType = TelegramChatType.Sender };
        var unknown = new TelegramInitDataDescriptor { User = new TelegramUser { Id = 42 }, Chat = new TelegramChat { Id = -5 } };

        Assert.Equal(
            [("telegram_chat_id", "-5"), ("telegram_chat_type", "channel")],
            (await ClaimsAsync(app, TelegramLaunch.Hashed(opening: ofChat)))[4..]);
        Assert.Equal([("telegram_chat_type", "sender")], (await ClaimsAsync(app, TelegramLaunch.Hashed(opening: ofLink)))[4..]);
        Assert.Equal([("telegram_chat_id", "-5")], (await ClaimsAsync(app, TelegramLaunch.Hashed(opening: unknown)))[4..]);
    }

    [Fact]
    public async Task Whatever_has_no_claim_is_to_be_had_typed()
    {
        await using var app = await StartAsync();
        var user = await app.SignInByHeaderAsync(TelegramLaunch.Hashed(opening: Everything));
        var initData = user.GetTelegramInitData()!;

        Assert.Equal(9007199254740, user.GetTelegramUserId());
        Assert.Equal((51000001, 9007199254740, true), (initData.BotId, initData.User.Id, initData.User.AddedToAttachmentMenu));
        Assert.Equal((7, "Title", "x"), (initData.Receiver!.Id, initData.Chat!.Title, initData["future_field"]));
        Assert.Equal(TimeSpan.FromSeconds(7), initData.CanSendAfter);
    }

    [Fact]
    public void Names_of_the_defaults_are_promises()
    {
        Assert.Equal("TelegramMiniApp", TelegramMiniAppDefaults.AuthenticationScheme);
        Assert.Equal("Telegram", TelegramMiniAppDefaults.Issuer);
    }

    private static Task<TestApp> StartAsync() => TelegramLaunch.StartAsync(options => options.BotToken = TelegramPlatform.BotToken);

    private static async Task<(string Type, string Value)[]> ClaimsAsync(TestApp app, string header) =>
        [.. (await app.SignInByHeaderAsync(header)).Claims.Select(claim => (claim.Type, claim.Value))];
}
