namespace TelegramMiniApp.AspNetCore.Tests;

public class StartupTests : InitDataStartupTests<TelegramPlatform>
{
    private const string NoBot = "BotToken is missing, and so is BotId.";
    private const string NoToken = "BotToken must be the bot's id, a colon and more, without white space.";

    private const string NoVerifier =
        "Ed25519 must be set where a bot's id alone is known or both proofs are required: " +
        "to new Ed25519Verifier() of the package MiniApp.Ed25519, or to another implementation.";

    [Theory]
    [InlineData("BotToken", null, NoBot)]
    [InlineData("BotToken", "", NoToken)]
    [InlineData("BotToken", " ", NoToken)]
    [InlineData("BotToken", "hush-hush", NoToken)]
    [InlineData("BotToken", "51000001", NoToken)]
    [InlineData("BotToken", "51000001:", NoToken)]
    [InlineData("BotToken", ":hush-hush", NoToken)]
    [InlineData("BotToken", "0:hush-hush", NoToken)]
    [InlineData("BotToken", "51000001:hush-hush ", NoToken)]
    [InlineData("BotToken", "51000001:hush-hush\n", NoToken)]
    [InlineData("BotId", "", "BotId is not a valid Int64. It is written as decimal digits.")]
    [InlineData("BotId", "abc", "BotId is not a valid Int64. It is written as decimal digits.")]
    [InlineData("BotId", "51000001:hush-hush", "BotId is not a valid Int64. It is written as decimal digits.")]
    [InlineData("BotId", "9223372036854775808", "BotId is not a valid Int64. It is written as decimal digits.")]
    [InlineData("BotId", "0", "BotId must be above 0.")]
    [InlineData("BotId", "-1", "BotId must be above 0.")]
    [InlineData("RequireBothProofs", "yes", "RequireBothProofs is not a valid Boolean. It is written as true or false.")]
    [InlineData("Environment", "", "Environment is not a valid TelegramEnvironment. It is written as Production or Test.")]
    [InlineData("Environment", "Staging", "Environment is not a valid TelegramEnvironment. It is written as Production or Test.")]
    [InlineData("Environment", "1", "Environment is not a valid TelegramEnvironment. It is written as Production or Test.")]
    [InlineData("Environment", "+1", "Environment is not a valid TelegramEnvironment. It is written as Production or Test.")]
    [InlineData("Environment", " 1", "Environment is not a valid TelegramEnvironment. It is written as Production or Test.")]
    [InlineData("Environment", "-1", "Environment is not a valid TelegramEnvironment. It is written as Production or Test.")]
    [InlineData("Environment", "2", "Environment is not a valid TelegramEnvironment. It is written as Production or Test.")]
    [InlineData("Environment", "Production, Test", "Environment is not a valid TelegramEnvironment. It is written as Production or Test.")]
    [InlineData("TreatTestAsProduction", "true", "TreatTestAsProduction is for Environment Test alone.")]
    [InlineData("ContactLifetime", "-00:00:00.0000001", "ContactLifetime must not be negative.")]
    [InlineData("LoginWidgetLifetime", "-00:00:00.0000001", "LoginWidgetLifetime must not be negative.")]
    [InlineData("Bots", " 7:hush-hush", "Bots lists a text with white space around it. A bot's token or id is written without.")]
    [InlineData("Bots", "hush-hush", "Bots lists a text that is neither a bot's token nor its id.")]
    [InlineData("Bots", " ", "Bots lists a text that is neither a bot's token nor its id.")]
    [InlineData("Bots", "0", "Bots lists a text that is neither a bot's token nor its id.")]
    [InlineData("Bots", "-7", "Bots lists a text that is neither a bot's token nor its id.")]
    public Task Bad_setting_of_Telegram_is_named_with_its_scheme(string setting, string? value, string fault) =>
        AssertSettingStopsHostAsync(setting, value, fault);

    [Fact]
    public async Task Bad_options_of_Telegram_set_in_code_are_named_too()
    {
        await AssertStopAsync(options => options.BotToken = null, NoBot);
        await AssertStopAsync(options => options.BotToken = "", NoToken);
        await AssertStopAsync(options => options.BotId = 0, "BotId must be above 0.");
        await AssertStopAsync(options => options.Environment = (TelegramEnvironment)2, "Environment must be one of its named values.");
        await AssertStopAsync(options => options.TreatTestAsProduction = true, "TreatTestAsProduction is for Environment Test alone.");
        await AssertStopAsync(options => (options.RequireBothProofs, options.Ed25519) = (true, null!), NoVerifier);
        await AssertStopAsync(options => (options.BotToken, options.BotId, options.Ed25519) = (null, 7, null!), NoVerifier);

        // A point of small order stands for nobody: anyone could sign under it.
        foreach (var key in new[] { [], new byte[31], new byte[33], new byte[32], [1, .. new byte[31]] })
        {
            await AssertStopAsync(options => options.PublicKey = key, "PublicKey must be an Ed25519 public key of 32 bytes.");
        }
    }

    [Fact]
    public async Task Bad_setting_is_not_hidden_by_a_bot_added_in_code()
    {
        await AssertStopAsync(options => AddAnd(options, () => options.BotToken = ""), NoToken);
        await AssertStopAsync(options => AddAnd(options, () => options.BotId = -1), "BotId must be above 0.");

        static void AddAnd(TelegramMiniAppOptions options, Action damage)
        {
            options.AddBot(TelegramPlatform.OtherBotToken);
            damage();
        }
    }

    private static Task AssertStopAsync(Action<TelegramMiniAppOptions> damage, string fault) =>
        AssertOptionsStopHostAsync(options => damage((TelegramMiniAppOptions)options), fault);
}
