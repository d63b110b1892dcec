using Microsoft.Extensions.Options;

namespace MaxMiniApp.AspNetCore.Tests;

public class MaxMiniAppOptionsTests : InitDataConfigurationTests<MaxPlatform>
{
    [Fact]
    public async Task Every_setting_of_MAX_is_read()
    {
        var options = (MaxMiniAppOptions)await ReadAsync(("BotToken", "another-hush-hush"), ("AcceptBearer", "True"));

        Assert.Equal(("another-hush-hush", true), (options.BotToken, options.AcceptBearer));
    }

    [Fact]
    public async Task Settings_of_MAX_that_are_not_there_keep_their_defaults()
    {
        var options = (MaxMiniAppOptions)await ReadAsync(("BotToken", MaxPlatform.BotToken));

        Assert.Equal((MaxPlatform.BotToken, false), (options.BotToken, options.AcceptBearer));
    }

    [Fact]
    public async Task Bots_are_listed_behind_the_first_with_its_older_tokens()
    {
        var options = (MaxMiniAppOptions)await ReadAsync(("BotToken:0", "a"), ("BotToken:1", "b"), ("Bots:0", "c"), ("Bots:1", "d"));

        Assert.Equal([["a", "b"], ["c"], ["d"]], options.Bots);
    }

    [Fact]
    public async Task Older_token_that_can_not_be_one_keeps_the_host_from_starting()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => ReadAsync(("BotToken:0", "a"), ("BotToken:1", "hush hush")));

        Assert.Equal(
            "Authentication scheme 'MaxMiniApp': BotToken must not be empty and must not hold white space. "
            + "Fix it in code or in Authentication:Schemes:MaxMiniApp.",
            fault.Message);
    }

    [Fact]
    public void Verifiers_of_the_options_are_made_once()
    {
        var options = new MaxMiniAppOptions { BotToken = MaxPlatform.BotToken };

        Assert.Same(options.Verifier, options.Verifier);
        Assert.Same(options.ContactVerifier, options.ContactVerifier);
    }

    [Fact]
    public void Token_is_described_by_what_MAX_calls_it()
    {
        Assert.Equal("MAX init data", new MaxMiniAppOptions().TokenName);
        Assert.Equal("The text of window.WebApp.initData, as MAX wrote it.", new MaxMiniAppOptions().TokenSource);
        Assert.Equal(["max"], new MaxMiniAppOptions().AuthSchemes);
        Assert.Equal(["max", "Bearer"], new MaxMiniAppOptions { AcceptBearer = true }.AuthSchemes);
    }

    [Fact]
    public async Task Contact_may_be_good_for_no_time_at_all() => Assert.Equal(
        TimeSpan.Zero, ((MaxMiniAppOptions)await ReadAsync(("BotToken", MaxPlatform.BotToken), ("ContactLifetime", "00:00:00"))).ContactLifetime);

    [Fact]
    public void Contact_is_proved_by_each_token_of_each_bot()
    {
        var options = new MaxMiniAppOptions { BotToken = "first", TimeProvider = new TestClock(TestApp.Now) };
        options.AddBot(MaxPlatform.BotToken, MaxPlatform.OlderBotToken);

        foreach (var token in new[] { "first", MaxPlatform.BotToken, MaxPlatform.OlderBotToken })
        {
            Assert.True(Verify(token));
        }

        Assert.False(Verify(MaxPlatform.OtherBotToken));

        bool Verify(string token) => options.ContactVerifier
            .Verify("79111234567", TestApp.Now, new MaxContactSigner(token).Sign("79111234567", TestApp.Now, 42), 42).Succeeded;
    }

    [Fact]
    public async Task List_of_older_tokens_may_change_after_the_bot_was_added()
    {
        string[] older = [MaxPlatform.OlderBotToken];
        await using var app = await StartByAsync([], options =>
        {
            ((MaxMiniAppOptions)options).AddBot(MaxPlatform.BotToken, older);
            older[0] = MaxPlatform.OtherBotToken;
        });

        await AssertAcceptedAsync(app, MaxLaunch.Signed(MaxPlatform.OlderBotToken));
        await AssertRefusedAsync(app, "InvalidProof", MaxLaunch.Signed(MaxPlatform.OtherBotToken));
    }
}
