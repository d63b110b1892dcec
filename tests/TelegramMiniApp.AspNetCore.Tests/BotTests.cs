using MiniApp;
using static TelegramMiniApp.AspNetCore.Tests.TelegramLaunch;

namespace TelegramMiniApp.AspNetCore.Tests;

/// <summary>Which bots are known, and what of them.</summary>
public class BotTests
{
    private const string BotToken = "51000001:hush-hush";
    private const string OlderToken = "51000001:older-hush-hush";
    private const string OtherToken = "51000002:hush-hush";

    [Fact]
    public async Task Bot_can_be_added_by_its_token()
    {
        await using var app = await StartAsync(options => options.AddBot(BotToken));

        await AssertVerdictsAsync(app, accepted: [Hashed(), Proved()], refused: [Hashed(OlderToken), Hashed(OtherToken)]);
        Assert.Equal(InitDataFailure.MissingProof, await VerdictAsync(app, Signed()));
    }

    [Fact]
    public async Task Bot_can_be_added_by_the_key_of_its_token()
    {
        await using var app = await StartAsync(options => options.AddBot(BotId, TelegramSecretKey.Derive(BotToken)));

        await AssertVerdictsAsync(app, accepted: [Hashed(), Proved()], refused: [Hashed(OlderToken), Hashed(OtherToken)]);
        Assert.Equal(BotId, (await app.SignInByHeaderAsync(Hashed())).GetTelegramInitData()!.BotId);
    }

    [Fact]
    public async Task Key_that_is_being_replaced_is_accepted_beside_the_new_one()
    {
        await using var app = await StartAsync(options =>
            options.AddBot(BotId, TelegramSecretKey.Derive(BotToken), TelegramSecretKey.Derive(OlderToken)));

        await AssertVerdictsAsync(app, accepted: [Hashed(), Hashed(OlderToken)], refused: [Hashed(OtherToken)]);
    }

    [Fact]
    public async Task Bot_can_be_added_by_its_id_alone()
    {
        await using var inCode = await StartAsync(options => options.AddBot(BotId));
        await using var asSetting = await StartAsync(options => options.BotId = BotId);

        foreach (var app in new[] { inCode, asSetting })
        {
            // No token is known, so that Telegram's signature is the proof, and stays one when the token changes.
            string[] accepted = [Signed(), Proved(), Proved(OlderToken)];
            await AssertVerdictsAsync(app, accepted, refused: [Signed(botId: 51000002), Proved(OtherToken)]);
            Assert.Equal(InitDataFailure.MissingProof, await VerdictAsync(app, Hashed()));
            Assert.Equal(BotId, (await app.SignInByHeaderAsync(Signed())).GetTelegramInitData()!.BotId);
        }
    }

    [Fact]
    public async Task Init_data_tells_which_of_several_bots_it_was_made_for()
    {
        await using var app = await StartAsync(options =>
        {
            options.BotToken = BotToken;
            options.AddBot(OtherToken);
            options.AddBot(51000003);
        });

        Assert.Equal("51000001", await BotClaimAsync(Hashed()));
        Assert.Equal("51000002", await BotClaimAsync(Hashed(OtherToken)));
        Assert.Equal("51000003", await BotClaimAsync(Signed(botId: 51000003)));

        async Task<string?> BotClaimAsync(string header) =>
            (await app.SignInByHeaderAsync(header)).FindFirst(TelegramClaimTypes.BotId)?.Value;
    }

    [Fact]
    public async Task Adding_a_bot_again_replaces_what_was_known_of_it()
    {
        await using var app = await StartAsync(options =>
        {
            options.AddBot(OlderToken);
            options.AddBot(BotToken);
        });

        await AssertVerdictsAsync(app, accepted: [Hashed()], refused: [Hashed(OlderToken)]);
    }

    [Fact]
    public async Task Known_token_wins_over_the_id_of_the_same_bot()
    {
        await using var both = await StartAsync(options => (options.BotId, options.BotToken) = (BotId, BotToken));
        await using var added = await StartAsync(options =>
        {
            options.BotToken = BotToken;
            options.AddBot(BotId);
        });

        foreach (var app in new[] { both, added })
        {
            await AssertVerdictsAsync(app, accepted: [Hashed(), Proved()], refused: [Hashed(OlderToken)]);
            Assert.Equal(InitDataFailure.MissingProof, await VerdictAsync(app, Signed()));
        }
    }

    [Fact]
    public async Task Token_of_one_bot_and_the_id_of_another_are_two_bots()
    {
        await using var app = await StartAsync(options => (options.BotToken, options.BotId) = (BotToken, 51000002));

        await AssertVerdictsAsync(app, accepted: [Hashed(), Signed(botId: 51000002), Proved(OtherToken)], refused: [Proved(OlderToken)]);
    }

    [Fact]
    public void Bot_that_can_not_be_one_is_refused_where_it_is_added()
    {
        var options = new TelegramMiniAppOptions();
        var key = TelegramSecretKey.Derive(BotToken);

        Assert.Equal("botId", Assert.Throws<ArgumentOutOfRangeException>(() => options.AddBot(0)).ParamName);
        Assert.Equal("botId", Assert.Throws<ArgumentOutOfRangeException>(() => options.AddBot(-1, key)).ParamName);
        Assert.Equal("secretKey", Assert.Throws<ArgumentNullException>(() => options.AddBot(1, null!)).ParamName);
        Assert.Equal("olderKeys", Assert.Throws<ArgumentNullException>(() => options.AddBot(1, key, [null!])).ParamName);
        Assert.Equal("botToken", Assert.Throws<ArgumentNullException>(() => options.AddBot(null!)).ParamName);

        foreach (var token in new[] { "", "hush-hush", ":hush-hush", "0:hush-hush", "51000001:", "51000001:hush hush", "-1:hush-hush" })
        {
            AssertSilent("botToken", Assert.Throws<ArgumentException>(() => options.AddBot(token)));
            AssertSilent("olderTokens", Assert.Throws<ArgumentException>(() => options.AddBot(BotToken, token)));
        }

        AssertSilent("olderTokens", Assert.Throws<ArgumentException>(() => options.AddBot(BotToken, OtherToken)));

        static void AssertSilent(string parameter, ArgumentException exception)
        {
            Assert.Equal(parameter, exception.ParamName);
            Assert.DoesNotContain("hush", exception.Message, StringComparison.Ordinal);
        }
    }

    private static async Task AssertVerdictsAsync(TestApp app, string[] accepted, string[] refused)
    {
        foreach (var header in accepted)
        {
            Assert.Equal(InitDataFailure.None, await VerdictAsync(app, header));
        }

        foreach (var header in refused)
        {
            Assert.Equal(InitDataFailure.InvalidProof, await VerdictAsync(app, header));
        }
    }
}
