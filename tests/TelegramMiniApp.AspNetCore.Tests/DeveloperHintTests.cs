using Microsoft.Extensions.DependencyInjection;

namespace TelegramMiniApp.AspNetCore.Tests;

/// <summary>What the log tells the developer of an application whose settings are hardly what was meant.</summary>
public sealed class DeveloperHintTests
{
    private const string ByToken =
        " It was signed for another bot, or changed on its way: BotToken has to be the token of the bot that opens the page, as BotFather has it now.";

    private const string ById =
        " It was signed for another bot, or changed on its way: BotId has to be that of the bot that opens the page, and Environment that of its servers.";

    [Fact]
    public async Task Setting_that_may_have_a_proof_refused_is_named()
    {
        var (otherHash, otherSignature) = (TelegramLaunch.Hashed(TelegramPlatform.OtherBotToken), TelegramLaunch.Signed(botId: 51000002));

        await AssertHintAsync(" refused a launch: InvalidProof." + ByToken, otherHash, options => options.BotToken = TelegramPlatform.BotToken);
        await AssertHintAsync(" refused a launch: InvalidProof." + ByToken, otherHash, options => options.AddBot(TelegramPlatform.BotToken));
        await AssertHintAsync(
            " refused a launch: InvalidProof." + ByToken, otherHash, options => (options.BotToken, options.BotId) = (TelegramPlatform.BotToken, 7));
        await AssertHintAsync(" refused a launch: InvalidProof." + ById, otherSignature, options => options.BotId = TelegramLaunch.BotId);
    }

    [Fact]
    public async Task Text_that_Telegram_wrote_is_named_where_it_is_something_else() => await AssertHintAsync(
        " refused a launch: Malformed. It is not what the scheme takes, or not all of it. The text of Telegram.WebApp.initData, as Telegram wrote it.",
        "tma user=42",
        options => options.BotToken = TelegramPlatform.BotToken);

    [Fact]
    public async Task Nothing_is_said_of_a_launch_that_no_setting_has_refused() => await AssertHintAsync(
        " refused a launch: NoUser.",
        "tma " + TestInitData.Refused(TelegramPlatform.BotToken, "NoUser"),
        options => options.BotToken = TelegramPlatform.BotToken);

    private static async Task AssertHintAsync(string expected, string header, Action<TelegramMiniAppOptions> configure)
    {
        using var logs = new LogCollector();
        await using var app = await TestApp.StartInDevelopmentAsync(logs, builder => builder.AddTelegramMiniApp(options =>
        {
            options.PublicKey = TelegramLaunch.PublicKey;
            configure(options);
        }));

        Assert.Equal(401, (await app.GetAsync("/me", header)).Status);
        Assert.Equal("TelegramMiniApp" + expected, Assert.Single(logs.Entries, entry => entry.EventId.Name == "LaunchRefused").Message);
    }
}
