using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TelegramMiniApp.AspNetCore.Tests;

public class TelegramMiniAppOptionsTests : InitDataConfigurationTests<TelegramPlatform>
{
    [Fact]
    public async Task Every_setting_of_Telegram_is_read()
    {
        var options = (TelegramMiniAppOptions)await ReadAsync(
            ("BotToken", "9007199254740993:hush-hush"),
            ("BotId", "9007199254740993"),
            ("RequireBothProofs", "True"),
            ("Environment", "test"),
            ("TreatTestAsProduction", "true"),
            ("AcceptBearer", "true"));

        Assert.Equal(("9007199254740993:hush-hush", 9007199254740993), (options.BotToken, options.BotId));
        Assert.Equal((true, true, true), (options.RequireBothProofs, options.AcceptBearer, options.TreatTestAsProduction));
        Assert.Equal(TelegramEnvironment.Test, options.Environment);
    }

    [Fact]
    public async Task Settings_of_Telegram_that_are_not_there_keep_their_defaults()
    {
        var options = (TelegramMiniAppOptions)await ReadAsync(("BotToken", TelegramPlatform.BotToken));

        Assert.Equal((TelegramPlatform.BotToken, null), (options.BotToken, options.BotId));
        Assert.Equal((false, false, false), (options.RequireBothProofs, options.AcceptBearer, options.TreatTestAsProduction));
        Assert.Equal(TelegramEnvironment.Production, options.Environment);
        Assert.Null(options.PublicKey);
        Assert.IsType<Ed25519Verifier>(options.Ed25519);
        Assert.Same(new TelegramMiniAppOptions().Ed25519, options.Ed25519);
    }

    [Theory]
    [InlineData("8", 8)]
    [InlineData(null, 7)]
    public async Task Id_of_the_section_wins_over_the_one_that_code_has_set_before(string? setting, long expected)
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Services.Configure<TelegramMiniAppOptions>("TelegramMiniApp", options => options.BotId = 7);
            builder.Configuration["Authentication:Schemes:TelegramMiniApp:BotId"] = setting;
            builder.Services.AddAuthentication().AddTelegramMiniApp();
        });

        Assert.Equal(expected, ((TelegramMiniAppOptions)TelegramPlatform.OptionsOf(app.Services, "TelegramMiniApp")).BotId);
    }

    [Fact]
    public async Task Bots_are_listed_by_a_token_or_an_id()
    {
        var options = (TelegramMiniAppOptions)await ReadAsync(
            ("BotToken", TelegramPlatform.BotToken), ("Bots:0", "1"), ("Bots:1", TelegramPlatform.OtherBotToken), ("Bots:2", "51000002:b"),
            ("Bots:3", "51000002"));

        Assert.Equal([1, 51000001, 51000002], options.Bots.Keys.Order());
        Assert.Equal([0, 1, 2], options.Bots.OrderBy(bot => bot.Key).Select(bot => bot.Value.Count));
    }

    [Fact]
    public async Task Tokens_of_two_bots_are_not_those_of_one()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => ReadAsync(("BotToken:0", "7:hush-hush"), ("BotToken:1", "8:hush-hush")));

        Assert.Equal(
            "Authentication scheme 'TelegramMiniApp': BotToken must list tokens of one bot. Fix it in code or in Authentication:Schemes:TelegramMiniApp.",
            fault.Message);
    }

    [Fact]
    public void Options_without_a_bots_token_make_no_verifier_and_do_not_tell_what_they_have()
    {
        var fault = Assert.Throws<ArgumentException>("botToken", () => new TelegramMiniAppOptions { BotToken = "hush-hush" }.Verifier);

        Assert.Equal("BotToken is no bot's token. (Parameter 'botToken')", fault.Message);
    }

    [Fact]
    public void Verifiers_of_the_options_are_made_once()
    {
        var options = new TelegramMiniAppOptions { BotToken = TelegramPlatform.BotToken };

        Assert.Same(options.Verifier, options.Verifier);
        Assert.Same(options.ContactVerifier, options.ContactVerifier);
        Assert.Same(options.LoginWidgetVerifier, options.LoginWidgetVerifier);
    }

    [Fact]
    public void Token_is_described_by_what_Telegram_calls_it()
    {
        Assert.Equal("Telegram init data", new TelegramMiniAppOptions().TokenName);
        Assert.Equal("The text of Telegram.WebApp.initData, as Telegram wrote it.", new TelegramMiniAppOptions().TokenSource);
        Assert.Equal(["tma"], new TelegramMiniAppOptions().AuthSchemes);
        Assert.Equal(["tma", "Bearer"], new TelegramMiniAppOptions { AcceptBearer = true }.AuthSchemes);
    }

    [Fact]
    public async Task Contact_and_sign_in_by_the_Login_Widget_may_be_good_for_no_time_at_all()
    {
        var options = (TelegramMiniAppOptions)await ReadAsync(
            ("BotToken", TelegramPlatform.BotToken), ("ContactLifetime", "00:00:00"), ("LoginWidgetLifetime", "00:00:00"));

        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (options.ContactLifetime, options.LoginWidgetLifetime));
    }

    [Fact]
    public void Contact_and_sign_in_by_the_Login_Widget_are_proved_by_each_token_of_each_bot()
    {
        var options = new TelegramMiniAppOptions { BotToken = "7:first", BotId = 8, TimeProvider = new TestClock(TestApp.Now) };
        options.AddBot(TelegramPlatform.BotToken, TelegramPlatform.OlderBotToken);
        var now = DateTimeOffset.FromUnixTimeSeconds(TestApp.Now);

        foreach (var token in new[] { "7:first", TelegramPlatform.BotToken, TelegramPlatform.OlderBotToken })
        {
            Assert.Equal((true, true), Verify(token));
        }

        Assert.Equal((false, false), Verify(TelegramPlatform.OtherBotToken));

        (bool Contact, bool SignIn) Verify(string token) => (
            options.ContactVerifier.Verify(new TelegramContactSigner(token).Sign(new() { UserId = 42, PhoneNumber = "79111234567" }, now), 42).Succeeded,
            options.LoginWidgetVerifier.Verify(new TelegramLoginWidgetSigner(token).Sign(new() { Id = 42 }, now)).Succeeded);
    }

    [Fact]
    public void Verifier_that_no_known_bot_can_serve_says_what_is_missing()
    {
        var byId = new TelegramMiniAppOptions { BotId = 7 };
        var byKey = new TelegramMiniAppOptions();
        byKey.AddBot(7, TelegramSecretKey.Derive("7:hush-hush"));

        Assert.Equal(
            "A contact is proved with the key of a bot's token, and of every bot nothing but the id is known: BotToken is missing.",
            Assert.Throws<InvalidOperationException>(() => byId.ContactVerifier).Message);
        Assert.NotNull(byKey.ContactVerifier);
        foreach (var options in new[] { byId, byKey })
        {
            Assert.Equal(
                "The Login Widget proves a sign-in with a bot's token, and none is known, be there a key or an id: BotToken is missing.",
                Assert.Throws<InvalidOperationException>(() => options.LoginWidgetVerifier).Message);
        }
    }

    [Fact]
    public async Task Id_of_the_bot_is_all_that_a_back_end_without_secrets_needs()
    {
        await using var app = await StartByAsync(
            [("BotId", "51000001")], options => ((TelegramMiniAppOptions)options).PublicKey = TelegramLaunch.PublicKey);

        await AssertAcceptedAsync(app, TelegramLaunch.Signed());
        await AssertRefusedAsync(app, "InvalidProof", TelegramLaunch.Signed(botId: 51000002));
        await AssertRefusedAsync(app, "MissingProof", TelegramLaunch.Hashed());
    }

    [Fact]
    public async Task Both_proofs_are_demanded_by_configuration()
    {
        await using var app = await StartByAsync(
            [("BotToken", TelegramPlatform.BotToken), ("RequireBothProofs", "true")],
            options => ((TelegramMiniAppOptions)options).PublicKey = TelegramLaunch.PublicKey);

        await AssertAcceptedAsync(app, TelegramLaunch.Proved());
        await AssertRefusedAsync(app, "MissingProof", TelegramLaunch.Hashed());
    }
}
