namespace VkMiniApp.Tests;

/// <summary>The signer signs what the reference signs, and nothing that a verifier would refuse for any other reason than its time.</summary>
public class VkCreatedHashSignerTests
{
    private static readonly VkCreatedHashSigner Signer = new(Example.AppId, Example.Secret);

    [Fact]
    public void Signature_is_that_of_the_reference() =>
        Assert.Equal(BridgeExample.HashSign, Signer.Sign(BridgeExample.UserId, BridgeExample.RequestId, Example.Now));

    [Fact]
    public void Hash_that_no_verifier_would_accept_is_not_signed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("userId", () => Signer.Sign(0, "a", 1));
        Assert.Throws<ArgumentOutOfRangeException>("ts", () => Signer.Sign(1, "a", -1));
        Assert.Throws<ArgumentNullException>("requestId", () => Signer.Sign(1, null!, 1));
        Assert.All(["", "~", "a~", "\uD83D"], id => Assert.StartsWith(
            "The request id must be text, not empty, and without a tilde.",
            Assert.Throws<ArgumentException>("requestId", () => Signer.Sign(1, id, 1)).Message,
            StringComparison.Ordinal));
    }
}
