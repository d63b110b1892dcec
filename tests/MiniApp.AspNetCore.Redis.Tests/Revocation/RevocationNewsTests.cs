using Microsoft.Extensions.DependencyInjection;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>A listener that Redis left goes on listening when it is back.</summary>
public sealed class RevocationNewsTests
{
    [Fact]
    public async Task Change_is_told_to_who_began_to_wait_while_redis_was_away()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var services = new ServiceCollection().AddLogging().AddMiniAppRedis(redis.Address, Instance.Patient).BuildServiceProvider();
        var store = services.GetRequiredService<IRevocationStore>();
        var first = store.WaitForChangeAsync(default);
        await TellAsync();
        await first.WaitAsync(TimeSpan.FromSeconds(30));

        await redis.KillAsync();
        var next = store.WaitForChangeAsync(default);
        await redis.StartAgainAsync();
        await TellAsync();
        await next.WaitAsync(TimeSpan.FromSeconds(30));

        Task TellAsync() => TellOfAsync(redis);
    }

    [Fact]
    public async Task Who_may_not_listen_is_told_so_and_listens_once_it_may()
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.SendAsync("ACL", "SETUSER", "shop", "on", ">word", "~*", "resetchannels", "+@all");
        await using var services = new ServiceCollection()
            .AddLogging().AddMiniAppRedis($"{redis.Address},user=shop,password=word", Instance.Patient).BuildServiceProvider();
        var store = services.GetRequiredService<IRevocationStore>();

        for (var tries = 0; tries < 3; tries++)
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => store.WaitForChangeAsync(default).WaitAsync(TimeSpan.FromSeconds(30)));
            Assert.StartsWith("NOPERM", refused.Message, StringComparison.Ordinal);
        }

        await redis.SendAsync("ACL", "SETUSER", "shop", "allchannels");
        var change = store.WaitForChangeAsync(default);
        await TellOfAsync(redis);
        await change.WaitAsync(TimeSpan.FromSeconds(30));
    }

    // The answer is how many have heard.
    private static Task TellOfAsync(RedisServer redis) => Eventually.HoldsAsync(
        async () => await redis.SendAsync("PUBLISH", "miniapp:revocations", "") == ":1", "there is who listens");
}
