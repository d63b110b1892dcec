using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>The signer signs what Telegram signs, and nothing that a verifier would refuse for any other reason than its time.</summary>
public class TelegramContactSignerTests
{
    private static readonly TelegramContact Contact = new() { UserId = 494075, PhoneNumber = "79111234567", FirstName = "Ada", LastName = "Lovelace" };

    [Fact]
    public void Response_is_the_known_answer()
    {
        const string Known =
            "contact=%7B%22user_id%22%3A494075%2C%22phone_number%22%3A%2279111234567%22%2C%22first_name%22%3A%22Ada%22%2C%22last_name%22%3A%22Lovelace%22%7D" +
            "&auth_date=1760000000&hash=568c93c454331a34b0402be02cfaf207684e73ab42ca6e050c66bb8eb4ae0f18";
        var clock = new TestClock(Example.Now);

        Assert.Equal(Known, new TelegramContactSigner(Example.BotToken, clock).Sign(Contact));
        Assert.Equal(Known, new TelegramContactSigner(TelegramSecretKey.Derive(Example.BotToken), clock).Sign(Contact));
        Assert.Equal(Known, new TelegramContactSigner(Example.BotToken).Sign(Contact, DateTimeOffset.FromUnixTimeSeconds(Example.Now)));
    }

    [Fact]
    public void Contact_of_whom_nothing_is_said_has_no_text_in_it()
    {
        var contact = new TelegramContact { UserId = 1 };
        Assert.Equal(("", "", null), (contact.PhoneNumber, contact.FirstName, contact.LastName));
        Assert.Equal("", new TelegramContact { UserId = 1, FirstName = null }.FirstName);
    }

    [Fact]
    public void Contact_signed_now_is_accepted_with_the_defaults()
    {
        var response = new TelegramContactSigner(Example.BotToken).Sign(new TelegramContact { UserId = 1, PhoneNumber = "+7", FirstName = "Я \" & =" });
        var result = new TelegramContactVerifier(Example.BotToken).Verify(response, 1);

        Assert.True(result.Succeeded);
        Assert.Equal("Я \" & =", result.Contact.FirstName);
        Assert.Null(result.Contact.LastName);
    }

    [Fact]
    public void Contact_that_no_verifier_would_accept_is_not_signed()
    {
        var signer = new TelegramContactSigner(Example.BotToken);

        Assert.Throws<ArgumentNullException>("contact", () => signer.Sign(null!));
        var exception = Assert.Throws<ArgumentException>("contact", () => signer.Sign(new TelegramContact { UserId = 0, PhoneNumber = "7" }));
        Assert.StartsWith("A contact has a user's id above 0 and a phone number.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("contact", () => signer.Sign(new TelegramContact { UserId = 1 }));
        Assert.Throws<ArgumentException>("contact", () => signer.Sign(new TelegramContact { UserId = 1, PhoneNumber = null }));
        Assert.Throws<ArgumentException>("botToken", () => new TelegramContactSigner("secret-text"));
        Assert.Throws<ArgumentNullException>("secretKey", () => new TelegramContactSigner((TelegramSecretKey)null!));
    }
}
