using MiniApp;
using TestSupport;

namespace MaxMiniApp.Tests;

/// <summary>What a verifier can be made from. A mistake is told when it's made, by name, and without the token.</summary>
public class MaxInitDataVerifierOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("to ken")]
    [InlineData("token\n")]
    public void Text_that_is_no_token_is_refused_and_not_shown(string token)
    {
        ArgumentException[] exceptions =
        [
            Assert.Throws<ArgumentException>("botToken", () => new MaxInitDataVerifier(token)),
            Assert.Throws<ArgumentException>("olderTokens", () => new MaxInitDataVerifierOptions().AddBot("good", token)),
            Assert.Throws<ArgumentException>("botToken", () => new MaxInitDataSigner(token)),
        ];

        Assert.All(exceptions, exception =>
        {
            Assert.StartsWith("A bot token must not be empty and must not hold white space. (Parameter", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("to ken", exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("good", exception.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Null_and_nothing_are_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("botToken", () => new MaxInitDataVerifierOptions().AddBot(null!));
        Assert.Throws<ArgumentNullException>("olderTokens", () => new MaxInitDataVerifierOptions().AddBot("a", (string[])null!));
        Assert.Throws<ArgumentNullException>("options", () => new MaxInitDataVerifier((MaxInitDataVerifierOptions)null!));
        Assert.StartsWith(
            "No bot was added.",
            Assert.Throws<ArgumentException>("options", () => new MaxInitDataVerifier(new MaxInitDataVerifierOptions())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_token_of_every_bot_is_accepted_and_no_other()
    {
        var verifier = Example.Verifier(options => options.AddBot("new", "old"));

        Assert.All([Example.BotToken, "new", "old"], token => Assert.Equal(InitDataFailure.None, Example.Verdict(ReferenceInitData.Sign(Example.Fields(), token), verifier)));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(ReferenceInitData.Sign(Example.Fields(), "newest"), verifier));
    }

    [Fact]
    public void Verifier_of_one_bot_has_the_systems_clock()
    {
        var signed = new MaxInitDataSigner("a").SignInitData(new MaxInitDataDescriptor { User = new MaxUser { Id = 1 } });

        Assert.Equal(InitDataFailure.None, Example.Verdict(signed, new MaxInitDataVerifier("b", "a")));
        Assert.Equal(InitDataFailure.Expired, Example.Verdict(Example.InitData(), new MaxInitDataVerifier(Example.BotToken)));
    }
}
