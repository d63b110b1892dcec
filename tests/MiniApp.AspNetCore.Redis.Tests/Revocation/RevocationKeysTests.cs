namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>The names under which the list of revocations is kept: a release that changed one would lose the list.</summary>
public sealed class RevocationKeysTests
{
    [Fact]
    public void All_is_kept_behind_the_prefix_on_one_node()
    {
        var keys = new RevocationKeys("shop:");

        Assert.Equal(
            ("shop:{revocations}state", "shop:{revocations}revoked", "shop:{revocations}blocked", "shop:revocations"),
            ((string?)keys.State, (string?)keys.Revoked, (string?)keys.Blocked, (string?)keys.Channel));
    }
}
