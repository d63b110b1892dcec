namespace MiniApp.Ed25519.Tests;

/// <summary>The package's promises, in a file that a change to them has to touch.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Public_surface_is_the_approved_one() => PublicApi.AssertApproved(typeof(Ed25519Verifier).Assembly);
}
