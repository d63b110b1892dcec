namespace MaxMiniApp.AspNetCore.Tests;

public class StartupTests : InitDataStartupTests<MaxPlatform>
{
    private const string NoToken = "BotToken must not be empty and must not hold white space.";

    [Theory]
    [InlineData("BotToken", null, "BotToken is missing.")]
    [InlineData("BotToken", "", NoToken)]
    [InlineData("BotToken", " ", NoToken)]
    [InlineData("BotToken", "hush-hush ", NoToken)]
    [InlineData("BotToken", "hush-hush hush", NoToken)]
    [InlineData("BotToken", "hush-hush\n", NoToken)]
    [InlineData("ContactLifetime", "-00:00:00.0000001", "ContactLifetime must not be negative.")]
    [InlineData("Bots", "hush-hush ", "Bots lists a text that is empty or holds white space.")]
    public Task Bad_setting_of_MAX_is_named_with_its_scheme(string setting, string? value, string fault) =>
        AssertSettingStopsHostAsync(setting, value, fault);

    [Fact]
    public async Task Bad_options_of_MAX_set_in_code_are_named_too()
    {
        await AssertOptionsStopHostAsync(options => ((MaxMiniAppOptions)options).BotToken = null, "BotToken is missing.");
        await AssertOptionsStopHostAsync(options => ((MaxMiniAppOptions)options).BotToken = "hush-hush\t", NoToken);
    }

    [Fact]
    public Task Bad_setting_is_not_hidden_by_a_bot_added_in_code() => AssertOptionsStopHostAsync(
        options =>
        {
            ((MaxMiniAppOptions)options).AddBot(MaxPlatform.OtherBotToken);
            ((MaxMiniAppOptions)options).BotToken = "";
        },
        NoToken);

    [Fact]
    public void Bot_that_can_not_be_one_is_refused_where_it_is_added()
    {
        var options = new MaxMiniAppOptions();

        Assert.Equal("botToken", Assert.Throws<ArgumentNullException>(() => options.AddBot(null!)).ParamName);
        Assert.Equal("olderTokens", Assert.Throws<ArgumentNullException>(() => options.AddBot(MaxPlatform.BotToken, null!)).ParamName);

        foreach (var token in new[] { "", " ", "hush-hush ", "hush\nhush" })
        {
            AssertSilent("botToken", Assert.Throws<ArgumentException>(() => options.AddBot(token)));
            AssertSilent("olderTokens", Assert.Throws<ArgumentException>(() => options.AddBot(MaxPlatform.BotToken, token)));
        }

        static void AssertSilent(string parameter, ArgumentException exception)
        {
            Assert.Equal(parameter, exception.ParamName);
            Assert.DoesNotContain("hush", exception.Message, StringComparison.Ordinal);
        }
    }
}
