namespace MaxMiniApp.Tests;

public class MaxContactVerifierOptionsTests
{
    [Fact]
    public void Faults_are_named_and_hold_no_token()
    {
        var options = new MaxContactVerifierOptions();
        Assert.Equal("No bot was added.", options.FindFault());
        Assert.Throws<ArgumentException>("options", () => new MaxContactVerifier(options));
        Assert.Throws<ArgumentNullException>("options", () => new MaxContactVerifier((MaxContactVerifierOptions)null!));

        Assert.Null(options.AddBot(Example.BotToken).FindFault());
        options.Lifetime = TimeSpan.FromTicks(-1);
        Assert.Equal("Lifetime must not be negative.", options.FindFault());
    }

    [Fact]
    public void Token_has_to_be_one()
    {
        var options = new MaxContactVerifierOptions();

        Assert.Throws<ArgumentNullException>("botToken", () => options.AddBot(null!));
        Assert.Throws<ArgumentNullException>("olderTokens", () => options.AddBot("a", null!));
        Assert.Throws<ArgumentException>("botToken", () => options.AddBot(""));
        var exception = Assert.Throws<ArgumentException>("olderTokens", () => options.AddBot("a", "a secret"));
        Assert.DoesNotContain("a secret", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("No bot was added.", options.FindFault());
    }
}
