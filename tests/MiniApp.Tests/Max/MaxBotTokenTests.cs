namespace MaxMiniApp.Tests;

public class MaxBotTokenTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("example-token", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("to ken", false)]
    [InlineData("token\n", false)]
    [InlineData("token\u00a0", false)]
    public void Token_is_not_empty_and_holds_no_white_space(string? token, bool isUsable) => Assert.Equal(isUsable, MaxBotToken.IsUsable(token));
}
