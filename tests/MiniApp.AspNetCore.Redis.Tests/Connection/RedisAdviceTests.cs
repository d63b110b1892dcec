using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>A Redis that would lose what it is given is told of at the start.</summary>
public sealed class RedisAdviceTests
{
    private const string Evicts =
        "Warning: Redis drops keys when its memory is full (maxmemory-policy allkeys-lru): a launch that was used may then be used again. Set it to noeviction.";

    private const string Snapshots =
        "Information: Redis keeps no append-only file: what was used since its last snapshot may be used again after a crash. Set appendonly to yes.";

    [Fact]
    public async Task One_that_keeps_everything_calls_for_nothing() => Assert.Empty(await SaidAsync(
        ["--appendonly", "yes", "--maxmemory", "100mb", "--maxmemory-policy", "noeviction"],
        (advice, _) => advice.GiveOnceAsync(default),

        // Nothing would be said of this either, once it has answered.
        (_, redis) => redis.SendAsync("CONFIG", "SET", "maxmemory-policy", "allkeys-lru"),
        (advice, _) => advice.GiveOnceAsync(default)));

    [Fact]
    public async Task One_that_evicts_and_takes_snapshots_is_told_of() => Assert.Equal(
        [Evicts, Snapshots], await SaidAtStartAsync(2, "--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"));

    [Fact]
    public async Task One_without_a_limit_never_evicts() =>
        Assert.Equal([Snapshots], await SaidAtStartAsync(1, "--maxmemory-policy", "allkeys-lru"));

    [Fact]
    public async Task One_that_tells_nothing_of_itself_is_used_all_the_same()
    {
        await using var redis = await RedisServer.StartAsync("--rename-command", "INFO", "");
        await using var instance = await Instance.StartAsync(redis);

        Assert.Equal(LedgerOutcome.First, (await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome);
        Assert.Empty(instance.Said);
    }

    [Fact]
    public async Task What_was_said_is_not_said_again() =>
        Assert.Equal([Snapshots], await SaidAsync((advice, _) => advice.GiveOnceAsync(default), (advice, _) => advice.GiveOnceAsync(default)));

    [Fact]
    public async Task One_that_may_tell_nothing_of_itself_is_not_asked_again() => Assert.Empty(await SaidAsync(
        (_, redis) => redis.SendAsync("ACL", "SETUSER", "default", "-info"),
        (advice, _) => advice.GiveOnceAsync(default),
        (_, redis) => redis.SendAsync("ACL", "SETUSER", "default", "+info"),
        (advice, _) => advice.GiveOnceAsync(default)));

    [Fact]
    public async Task One_that_did_not_answer_is_asked_again()
    {
        Assert.Equal([Snapshots], await SaidAsync(
            (_, redis) => redis.StopAsync(),
            (advice, _) => advice.GiveOnceAsync(default),
            (_, redis) => redis.ContinueAsync(),
            (advice, _) => AskUntilItAnswersAsync(advice)));

        // Each time it is given a second, and once it has answered, nobody asks.
        static async Task AskUntilItAnswersAsync(RedisAdvice advice)
        {
            for (var time = 0; time < 30; time++)
            {
                await advice.GiveOnceAsync(default);
            }
        }
    }

    [Theory]
    [InlineData("redis_version:6.2.14\r\n", "Error: Redis is of version 6.2.14. Launches and refresh tokens are claimed with SET NX GET, which it has since 7.0.")]
    [InlineData("redis_version:7.0.0\r\n", null)]
    [InlineData("redis_version:7.0\r\n", null)]
    [InlineData("maxmemory:104857600\r\nmaxmemory_policy:noeviction\r\naof_enabled:1\r\n", null)]
    [InlineData("maxmemory:104857600\r\nmaxmemory_policy:allkeys-lru\r\naof_enabled:1\r\n", Evicts)]
    [InlineData("maxmemory:104857600\r\nmaxmemory_policy:noeviction\r\naof_enabled:0\r\n", Snapshots)]
    [InlineData("", null)]
    [InlineData("nonsense", null)]
    [InlineData("redis_version:new\naof_enabled\nredis_version:1.0", null)]
    public void One_that_is_too_old_is_told_of(string info, string? said)
    {
        using var log = new LogCollector();

        new RedisAdvice(connection: null!, log.CreateLogger("test")).Give(info);

        Assert.Equal(said is null ? [] : [said], log.Entries.Select(entry => $"{entry.Level}: {entry.Message}"));
    }

    /// <summary>What is said in the course of these steps, without a host that asks by itself.</summary>
    private static Task<string[]> SaidAsync(params Func<RedisAdvice, RedisServer, Task>[] steps) => SaidAsync([], steps);

    private static async Task<string[]> SaidAsync(string[] arguments, params Func<RedisAdvice, RedisServer, Task>[] steps)
    {
        using var log = new LogCollector();
        await using var redis = await RedisServer.StartAsync(arguments);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.Address + ",allowAdmin=true");
        await using var services = new ServiceCollection().AddLogging().AddMiniAppRedis(connection).BuildServiceProvider();
        await services.GetRequiredService<RedisConnection>().ConnectAsync();
        var advice = new RedisAdvice(services.GetRequiredService<RedisConnection>(), log.CreateLogger("test"));
        foreach (var step in steps)
        {
            await step(advice, redis);
        }

        return [.. log.Entries.Select(entry => $"{entry.Level}: {entry.Message}")];
    }

    private static async Task<string[]> SaidAtStartAsync(int lines, params string[] arguments)
    {
        await using var redis = await RedisServer.StartAsync(arguments);
        await using var instance = await Instance.StartAsync(redis);
        await Eventually.HoldsAsync(() => instance.Said.Count() >= lines, "it is said");
        return [.. instance.Said];
    }
}
