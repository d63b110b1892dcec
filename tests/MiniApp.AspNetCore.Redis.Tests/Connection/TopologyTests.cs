using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>A cluster of three, and a pair that a Sentinel watches.</summary>
public sealed class TopologyTests
{
    [Fact]
    public async Task A_cluster_of_three_serves_everything()
    {
        await using var cluster = await RedisCluster.StartAsync();
        await using var one = await StartAsync(cluster.Address);
        await using var two = await StartAsync(cluster.Address);
        await ServesAsync(one);
        await ServesAsync(two);
        Guid[] keys = [.. Enumerable.Range(0, 300).Select(_ => Guid.NewGuid())];

        var answers = await Task.WhenAll(keys.SelectMany((key, index) => new[]
        {
            Task.Run(async () => (key, Answer: await one.Ledger.ClaimAsync(key, index))),
            Task.Run(async () => (key, Answer: await two.Ledger.ClaimAsync(key, index))),
        }));
        await one.Revocations.RevokeAsync(MiniAppSubject.VkUser(42), DateTimeOffset.UnixEpoch.AddDays(1), default);
        await one.Revocations.BlockAsync(MiniAppSubject.VkUser(43), DateTimeOffset.MaxValue, default);
        var reading = await two.Revocations.ReadAsync(null, isWhole: true, default);

        Assert.All(answers.GroupBy(answer => answer.key, answer => answer.Answer.Outcome), outcomes =>
            Assert.Equal([LedgerOutcome.First, LedgerOutcome.Again], outcomes.Order()));
        Assert.Equal((1, 1), (reading.Revoked.Count, reading.Blocked!.Count));
        Assert.Equal([1], two.Protector.Unprotect(one.Protector.Protect([1])));
        Assert.All(await cluster.SizesAsync(), size => Assert.InRange(size, 50, int.MaxValue));
    }

    [Fact]
    public async Task After_a_failover_by_a_sentinel_nothing_is_first_twice()
    {
        await using var pair = await SentinelPair.StartAsync();
        await using var one = await StartAsync(pair.Address);
        await using var two = await StartAsync(pair.Address);
        var firsts = new List<Guid>();
        for (var i = 0; i < 200; i++)
        {
            var key = Guid.NewGuid();
            Assert.Equal(LedgerOutcome.First, (await one.Ledger.ClaimAsync(key, i)).Outcome);
            firsts.Add(key);
        }

        await pair.IsCopiedAsync();
        await pair.Master.KillAsync();

        await Eventually.HoldsAsync(
            async () => (await two.Ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome == LedgerOutcome.First, "the other one serves");
        foreach (var key in firsts)
        {
            Assert.Equal(LedgerOutcome.Again, (await two.Ledger.ClaimAsync(key, -1)).Outcome);
        }
    }

    [Fact]
    public async Task Instance_that_starts_while_the_sentinel_names_a_master_that_is_gone_finds_it_when_it_is_back()
    {
        await using var pair = await SentinelPair.StartAsync();
        await pair.Replica.KillAsync();
        await pair.Master.KillAsync();
        await using var instance = await StartAsync(pair.Address);
        var connection = instance.Services.GetRequiredService<RedisConnection>();
        await Assert.ThrowsAnyAsync<RedisException>(connection.ConnectAsync);

        await pair.Master.StartAgainAsync();

        await Eventually.HoldsAsync(
            async () => (await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome == LedgerOutcome.First, "it serves again");
    }

    /// <summary>Waits until every node is connected.</summary>
    private static Task ServesAsync(Instance instance) => Eventually.HoldsAsync(
        async () => (await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => instance.Ledger.ClaimAsync(Guid.NewGuid(), 1).AsTask())))
            .All(answer => answer.Outcome == LedgerOutcome.First),
        "every node serves");

    private static Task<Instance> StartAsync(string address) => Instance.StartAsync(
        services => services.AddMiniAppRedis(address, options => options.Timeout = TimeSpan.FromSeconds(10)));
}
