using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>A Redis that dies, hangs, forbids or talks nonsense costs a call its timeout, and never more.</summary>
public sealed class OutageTests
{
    // What the machine, busy with other tests, adds to the timeout of 250 ms.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task One_that_was_killed_is_unavailable_at_once_and_available_when_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(redis);
        Assert.Equal(LedgerOutcome.First, (await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome);

        await redis.KillAsync();
        for (var i = 0; i < 20; i++)
        {
            await AssertUnavailableAsync(instance);
        }

        Assert.Equal(HealthStatus.Degraded, (await instance.HealthAsync()).Status);
        await redis.StartAgainAsync();
        await Eventually.HoldsAsync(
            async () => (await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome == LedgerOutcome.First, "claims are answered again");
        await Eventually.HoldsAsync(async () => (await instance.HealthAsync()).Status == HealthStatus.Healthy, "the instance is healthy again");
        Assert.Single(instance.Said, line => line.StartsWith("Warning: Redis does not serve launches", StringComparison.Ordinal));
        Assert.Single(instance.Said, line => line.StartsWith("Information: Redis serves launches again, after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_hangs_is_asked_five_times_and_then_once_in_a_second_until_it_answers()
    {
        await using var redis = await RedisServer.StartAsync();
        var clock = new FakeTimeProvider();

        // Without a host, which would make calls of its own.
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddMiniAppRedis(redis.Address).BuildServiceProvider();
        var ledger = services.GetRequiredService<ILaunchLedger>();
        await Eventually.HoldsAsync(() => IsAnsweredAsync(ledger, clock), "it is connected");
        await redis.StopAsync();

        for (var i = 0; i < 5; i++)
        {
            Assert.InRange(await AssertUnavailableAsync(ledger), TimeSpan.FromMilliseconds(240), Most);
        }

        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 1000; i++)
        {
            await AssertUnavailableAsync(ledger);
        }

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Most);
        await redis.ContinueAsync();
        await AssertUnavailableAsync(ledger);
        await Eventually.HoldsAsync(() => IsAnsweredAsync(ledger, clock), "the breaker has closed");
    }

    [Fact]
    public async Task One_that_is_not_there_lets_the_host_start_without_being_ready()
    {
        await using var instance = await Instance.StartAsync(services => services.AddMiniAppRedis($"127.0.0.1:{FreePort.Next()}"));

        await AssertUnavailableAsync(instance);
        await Assert.ThrowsAsync<MiniAppStoreUnavailableException>(() => instance.Revocations.ReadAsync(null, isWhole: true, default));
        Assert.ThrowsAny<Exception>(() => instance.Protector.Protect([1]));
        var health = await instance.HealthAsync();
        Assert.Equal(
            (HealthStatus.Unhealthy, "The keys of Data Protection were not read yet: no session can be read or made."),
            (health.Status, health.Description));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",password=hunter3")]
    public async Task One_that_demands_another_password_is_unavailable(string more)
    {
        await using var redis = await RedisServer.StartAsync("--requirepass", "hunter2");
        await using var instance = await Instance.StartAsync(services => services.AddMiniAppRedis(redis.Address + more));

        await AssertUnavailableAsync(instance);
        instance.Log.AssertSilentAbout("hunter2", "hunter3", "password=", redis.Address);
    }

    [Fact]
    public async Task One_that_demands_its_password_gets_it_and_nobody_else_hears_of_it()
    {
        await using var redis = await RedisServer.StartAsync("--requirepass", "hunter2");
        await using var instance = await Instance.StartAsync(services => services.AddMiniAppRedis(redis.Address + ",password=hunter2", Instance.Patient));

        Assert.Equal(LedgerOutcome.First, (await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome);
        await redis.KillAsync();
        await AssertUnavailableAsync(instance);
        instance.Log.AssertSilentAbout("hunter2", redis.Address);
    }

    [Fact]
    public async Task One_that_is_full_says_so()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(redis);
        await redis.SendAsync("CONFIG", "SET", "maxmemory", "1");

        await AssertUnavailableAsync(instance);
        var exception = await Assert.ThrowsAsync<MiniAppStoreUnavailableException>(
            () => instance.Revocations.RevokeAsync(MiniAppSubject.VkUser(42), TimeProvider.System.GetUtcNow(), default));

        Assert.Equal("The store was not told of the revocation: Redis gave the answer OOM.", exception.Message);
        Assert.Contains("Warning: Redis does not serve launches: the answer OOM. What must not be used twice is refused with 503.", instance.Said);
        instance.Log.AssertSilentAbout("vk:42");
    }

    [Fact]
    public async Task A_replica_takes_no_claim_and_is_read()
    {
        await using var master = await RedisServer.StartAsync();
        await using var writer = await Instance.StartAsync(master);
        await writer.Revocations.RevokeAsync(MiniAppSubject.VkUser(42), DateTimeOffset.UnixEpoch.AddDays(1), default);
        await writer.Revocations.ReadAsync(null, isWhole: true, default);
        await using var replica = await RedisServer.StartAsync("--replicaof", "127.0.0.1", master.Address.Split(':')[1]);
        await Eventually.HoldsAsync(
            async () => (await replica.SendAsync("INFO", "replication")).Contains("master_link_status:up", StringComparison.Ordinal), "it has a copy");

        await using var instance = await Instance.StartAsync(replica);

        await AssertUnavailableAsync(instance);
        Assert.Equal([KeyValuePair.Create(MiniAppSubject.VkUser(42), DateTimeOffset.UnixEpoch.AddDays(1))], (await instance.Revocations.ReadAsync(null, isWhole: true, default)).Revoked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_is_no_redis_is_unavailable(bool talks)
    {
        await using var server = new OddServer(talks);
        await using var instance = await Instance.StartAsync(services => services.AddMiniAppRedis(server.Address));

        for (var i = 0; i < 10; i++)
        {
            await AssertUnavailableAsync(instance);
        }

        Assert.Equal(HealthStatus.Unhealthy, (await instance.HealthAsync()).Status);
    }

    private static async Task<bool> IsAnsweredAsync(ILaunchLedger ledger, FakeTimeProvider clock)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return (await ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome == LedgerOutcome.First;
    }

    private static Task<TimeSpan> AssertUnavailableAsync(Instance instance) => AssertUnavailableAsync(instance.Ledger);

    private static async Task<TimeSpan> AssertUnavailableAsync(ILaunchLedger ledger)
    {
        var start = Stopwatch.GetTimestamp();
        Assert.Equal(LedgerAnswer.Unavailable, await ledger.ClaimAsync(Guid.NewGuid(), 1));
        var elapsed = Stopwatch.GetElapsedTime(start);
        Assert.InRange(elapsed, TimeSpan.Zero, Most);
        return elapsed;
    }
}
