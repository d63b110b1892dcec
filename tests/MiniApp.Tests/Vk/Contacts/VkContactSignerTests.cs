namespace VkMiniApp.Tests;

/// <summary>The signer signs what the reference signs, and nothing that a verifier would refuse for any other reason than its time.</summary>
public class VkContactSignerTests
{
    private static readonly VkContactSigner Signer = new(Example.AppId, Example.Secret);

    [Fact]
    public void Signatures_are_those_of_the_reference()
    {
        Assert.Equal(BridgeExample.PhoneSign, Signer.SignPhoneNumber(BridgeExample.UserId, BridgeExample.PhoneNumber));
        Assert.Equal(BridgeExample.EmailSign, Signer.SignEmail(BridgeExample.UserId, BridgeExample.Email));
    }

    [Fact]
    public void Contact_that_no_verifier_would_accept_is_not_signed() => Assert.All(
        new Func<long, string, string>[] { Signer.SignPhoneNumber, Signer.SignEmail },
        sign =>
        {
            Assert.Throws<ArgumentOutOfRangeException>("userId", () => sign(0, "1"));
            Assert.ThrowsAny<ArgumentException>(() => sign(1, null!));
            Assert.ThrowsAny<ArgumentException>(() => sign(1, ""));
            Assert.NotEmpty(sign(1, new string('1', VkContactVerifier.MaxValueLength)));
            Assert.StartsWith(
                "The value is longer than 1024 characters.",
                Assert.Throws<ArgumentException>(() => sign(1, new string('1', VkContactVerifier.MaxValueLength + 1))).Message,
                StringComparison.Ordinal);
            var exception = Assert.ThrowsAny<ArgumentException>(() => sign(1, "\uD83D"));
            Assert.StartsWith("The value holds half of a surrogate pair.", exception.Message, StringComparison.Ordinal);
        });
}
