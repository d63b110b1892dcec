namespace TelegramMiniApp.Tests;

public class TelegramBotTokenTests
{
    public static TheoryData<string> NoTokens => TelegramInitDataVerifierOptionsTests.NoTokens;

    [Fact]
    public void Token_says_which_bot_it_is_of()
    {
        Assert.True(TelegramBotToken.TryReadBotId("51000001:a:b", out var botId));
        Assert.Equal(51000001, botId);
    }

    [Theory]
    [InlineData(null)]
    [MemberData(nameof(NoTokens))]
    public void Text_that_is_no_token_is_none(string? token) => Assert.False(TelegramBotToken.TryReadBotId(token, out _));
}
