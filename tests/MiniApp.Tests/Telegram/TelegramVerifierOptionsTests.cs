using MiniApp;

namespace TelegramMiniApp.Tests;

/// <summary>The settings that the verifiers of contacts and of the Login Widget share.</summary>
public class TelegramVerifierOptionsTests
{
    [Fact]
    public void Faults_are_named_and_hold_no_token()
    {
        var contacts = new TelegramContactVerifierOptions();
        var widget = new TelegramLoginWidgetVerifierOptions();
        Assert.Equal("No bot was added.", contacts.FindFault());
        Assert.Equal("No bot was added.", widget.FindFault());
        Assert.Throws<ArgumentException>("options", () => new TelegramContactVerifier(contacts));
        Assert.Throws<ArgumentException>("options", () => new TelegramLoginWidgetVerifier(widget));
        Assert.Throws<ArgumentNullException>("options", () => new TelegramContactVerifier((TelegramContactVerifierOptions)null!));
        Assert.Throws<ArgumentNullException>("options", () => new TelegramLoginWidgetVerifier((TelegramLoginWidgetVerifierOptions)null!));

        contacts.AddBot(Example.BotToken).Lifetime = TimeSpan.FromTicks(-1);
        widget.AddBot(Example.BotToken).ClockSkew = TimeSpan.FromTicks(-1);
        Assert.Equal("Lifetime must not be negative.", contacts.FindFault());
        Assert.Equal("ClockSkew must not be negative.", widget.FindFault());
        Assert.StartsWith("Lifetime ", Assert.Throws<ArgumentException>("options", () => new TelegramContactVerifier(contacts)).Message, StringComparison.Ordinal);

        contacts.Lifetime = TimeSpan.Zero;
        contacts.TimeProvider = null!;
        Assert.Equal("TimeProvider must not be null.", contacts.FindFault());
        Assert.Null(new TelegramContactVerifierOptions().AddBot(Example.BotToken).FindFault());
    }

    [Fact]
    public void Bot_is_added_by_its_own_tokens_only()
    {
        var options = new TelegramLoginWidgetVerifierOptions();

        Assert.Throws<ArgumentException>("botToken", () => options.AddBot("secret-text"));
        Assert.Throws<ArgumentNullException>("botToken", () => options.AddBot(null!));
        Assert.Throws<ArgumentNullException>("olderTokens", () => options.AddBot(Example.BotToken, null!));
        var exception = Assert.Throws<ArgumentException>("olderTokens", () => options.AddBot(Example.BotToken, "7:secret-text"));
        Assert.DoesNotContain("secret-text", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("No bot was added.", options.FindFault());
    }

    [Fact]
    public void Bot_is_added_by_its_keys_only()
    {
        var options = new TelegramContactVerifierOptions();
        var key = TelegramSecretKey.Derive(Example.BotToken);

        Assert.Throws<ArgumentOutOfRangeException>("botId", () => options.AddBot(0, key));
        Assert.Throws<ArgumentNullException>("secretKey", () => options.AddBot(1, null!));
        Assert.Throws<ArgumentNullException>("olderKeys", () => options.AddBot(1, key, null!));
        Assert.Throws<ArgumentNullException>("olderKeys", () => options.AddBot(1, key, [null!]));
    }

    [Fact]
    public void Defaults_are_an_hour_and_a_minute()
    {
        Assert.Equal(TimeSpan.FromHours(1), TimedVerifierOptions.DefaultLifetime);
        Assert.Equal(TimeSpan.FromHours(1), new TelegramContactVerifierOptions().Lifetime);
        Assert.Equal(TimeSpan.FromMinutes(1), TimedVerifierOptions.DefaultClockSkew);
        Assert.Equal(TimeSpan.FromMinutes(1), new TelegramContactVerifierOptions().ClockSkew);
        Assert.Same(TimeProvider.System, new TelegramContactVerifierOptions().TimeProvider);
    }
}
