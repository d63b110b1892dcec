using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>Two applications in one Redis, each with a prefix of its own.</summary>
public sealed class KeyPrefixTests
{
    [Fact]
    public async Task What_one_application_keeps_is_nothing_to_another_in_the_same_redis()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var shop = await Instance.StartAsync(redis, configure: options => options.KeyPrefix = "shop:");
        await using var market = await Instance.StartAsync(redis, configure: options => options.KeyPrefix = "market:");
        await using var shopAgain = await Instance.StartAsync(redis, configure: options => options.KeyPrefix = "shop:");
        var launch = Guid.NewGuid();

        Assert.Equal(LedgerOutcome.First, (await shop.Ledger.ClaimAsync(launch, mark: 1)).Outcome);
        await shop.Revocations.RevokeAsync(MiniAppSubject.VkUser(42), TimeProvider.System.GetUtcNow(), default);
        await shop.Revocations.BlockAsync(MiniAppSubject.VkUser(43), DateTimeOffset.MaxValue, default);
        var sealedByShop = shop.Protector.Protect("secret");

        var seen = await market.Revocations.ReadAsync(last: null, isWhole: true, default);
        Assert.Equal((0, 0), (seen.Revoked.Count, seen.Blocked!.Count));
        Assert.Equal(LedgerOutcome.First, (await market.Ledger.ClaimAsync(launch, mark: 2)).Outcome);
        Assert.ThrowsAny<CryptographicException>(() => market.Protector.Unprotect(sealedByShop));

        var own = await shopAgain.Revocations.ReadAsync(last: null, isWhole: true, default);
        Assert.Equal((1, 1), (own.Revoked.Count, own.Blocked!.Count));
        Assert.Equal(LedgerOutcome.Again, (await shopAgain.Ledger.ClaimAsync(launch, mark: 3)).Outcome);
        Assert.Equal("secret", shopAgain.Protector.Unprotect(sealedByShop));
    }
}
