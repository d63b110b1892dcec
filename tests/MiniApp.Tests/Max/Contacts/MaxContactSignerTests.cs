namespace MaxMiniApp.Tests;

/// <summary>The signer signs what MAX signs, and nothing that a verifier would refuse for any other reason than its time.</summary>
public class MaxContactSignerTests
{
    private static readonly MaxContactSigner Signer = new(Example.BotToken);

    [Theory]
    [InlineData("79111234567", 1_760_000_000, "0670fa587379b71cf5d158a1eb17f99bc6671a3796a887fc9e0b744a886ff043")]
    [InlineData("+79111234567", 1_760_000_000, "0670fa587379b71cf5d158a1eb17f99bc6671a3796a887fc9e0b744a886ff043")]
    [InlineData("79111234567", 1_760_000_000_123, "7582bbd7a8ba02e5e282b235a1fc0e4fcacba960a8f78767b2906ad685c32a8d")]
    public void Hash_is_the_known_answer(string phone, long authDate, string expected) =>
        Assert.Equal(expected, Signer.Sign(phone, authDate, 494075));

    [Fact]
    public void Hash_of_a_card_is_the_known_answer() => Assert.Equal(
        "f101ae1667a700be4ebfd0b5bfc55cd175da6cb7d376ea05dac6ff3210b92681",
        Signer.SignCard("BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:ez-vcard 0.12.0\r\nTEL;TYPE=cell:79111234567\r\nFN:Ада Лавлейс\r\nEND:VCARD\r\n"));

    [Fact]
    public void What_is_signed_now_is_accepted_with_the_defaults()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.True(new MaxContactVerifier(Example.BotToken).Verify("7", now, Signer.Sign("7", now, 1), 1).Succeeded);
    }

    [Fact]
    public void Contact_that_no_verifier_would_accept_is_not_signed()
    {
        Assert.Throws<ArgumentNullException>("phone", () => Signer.Sign(null!, 1, 1));
        Assert.Throws<ArgumentException>("phone", () => Signer.Sign("", 1, 1));
        Assert.Throws<ArgumentException>("phone", () => Signer.Sign("7 911", 1, 1));
        Assert.Throws<ArgumentException>("phone", () => Signer.Sign("+", 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("authDate", () => Signer.Sign("7", -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("userId", () => Signer.Sign("7", 1, 0));
        Assert.Throws<ArgumentNullException>("vcfInfo", () => Signer.SignCard(null!));
        Assert.Throws<ArgumentException>("vcfInfo", () => Signer.SignCard(""));
        Assert.Throws<ArgumentException>("vcfInfo", () => Signer.SignCard("TEL:7"));
        Assert.ThrowsAny<ArgumentException>(() => Signer.SignCard("BEGIN:VCARD\ud83d"));
        var exception = Assert.Throws<ArgumentException>("botToken", () => new MaxContactSigner("a secret"));
        Assert.DoesNotContain("a secret", exception.ToString(), StringComparison.Ordinal);
    }
}
