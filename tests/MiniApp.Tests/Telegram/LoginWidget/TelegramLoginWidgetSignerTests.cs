using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>The signer signs what Telegram's widget signs.</summary>
public class TelegramLoginWidgetSignerTests
{
    private static readonly TelegramUser User =
        new() { Id = 494075, FirstName = "Ада", LastName = "L & L", Username = "ada", PhotoUrl = "https://t.me/i/a.jpg", IsPremium = true };

    [Fact]
    public void Query_is_the_known_answer()
    {
        const string Known =
            "id=494075&first_name=%D0%90%D0%B4%D0%B0&last_name=L%20%26%20L&username=ada&photo_url=https%3A%2F%2Ft.me%2Fi%2Fa.jpg" +
            "&auth_date=1760000000&hash=884cd0d8343a1623c5a3e5dc9848cc7271e83b95eb0fd670de5c01df7e193b16";

        Assert.Equal(Known, new TelegramLoginWidgetSigner(Example.BotToken, new TestClock(Example.Now)).Sign(User));
        Assert.Equal(Known, new TelegramLoginWidgetSigner(Example.BotToken).Sign(User, DateTimeOffset.FromUnixTimeSeconds(Example.Now)));
    }

    [Fact]
    public void User_signed_in_now_is_accepted_with_the_defaults() =>
        Assert.Equal(494075, new TelegramLoginWidgetVerifier(Example.BotToken).Verify(new TelegramLoginWidgetSigner(Example.BotToken).Sign(User)).User?.Id);

    [Fact]
    public void Nobody_is_not_signed_in()
    {
        var signer = new TelegramLoginWidgetSigner(Example.BotToken);

        Assert.Throws<ArgumentNullException>("user", () => signer.Sign(null!));
        var exception = Assert.Throws<ArgumentException>("user", () => signer.Sign(new TelegramUser { Id = 0 }));
        Assert.StartsWith("A user has an id above 0.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("botToken", () => new TelegramLoginWidgetSigner("secret-text"));
    }
}
