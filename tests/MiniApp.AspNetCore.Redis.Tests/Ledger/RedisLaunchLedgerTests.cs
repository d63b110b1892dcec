using Microsoft.Extensions.Time.Testing;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What was used once is known to all, for as long as Redis remembers; and it is known how long that is.</summary>
public sealed class RedisLaunchLedgerTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Of_two_claims_the_first_is_first_and_the_second_finds_its_mark()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(redis);
        var key = Guid.NewGuid();

        var first = await instance.Ledger.ClaimAsync(key, mark: -7);
        var again = await instance.Ledger.ClaimAsync(key, mark: 8);

        Assert.Equal((LedgerOutcome.First, -7), (first.Outcome, first.FirstMark));
        Assert.Equal((LedgerOutcome.Again, -7), (again.Outcome, again.FirstMark));
        Assert.DoesNotContain(instance.Said, line => !line.Contains("append-only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_claims_on_three_instances_at_once_one_is_first()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = await Instance.StartAsync(redis);
        await using var two = await Instance.StartAsync(redis);
        await using var three = await Instance.StartAsync(redis);
        Guid[] keys = [.. Enumerable.Range(0, 200).Select(_ => Guid.NewGuid())];

        var answers = await Task.WhenAll(
            from key in keys
            from copy in Enumerable.Range(0, 6)
            select Task.Run(async () => (Key: key, Answer: await new[] { one, two, three }[copy % 3].Ledger.ClaimAsync(key, copy))));

        Assert.All(answers.GroupBy(answer => answer.Key), copies =>
        {
            var first = Assert.Single(copies, copy => copy.Answer.Outcome == LedgerOutcome.First).Answer.FirstMark;
            Assert.Equal(5, copies.Count(copy => copy.Answer == copy.Answer with { Outcome = LedgerOutcome.Again, FirstMark = first }));
        });
    }

    [Fact]
    public async Task A_key_is_kept_until_its_time()
    {
        await using var redis = await RedisServer.StartAsync();
        var clock = new FakeTimeProvider(Start);
        await using var instance = await Instance.StartAsync(redis, clock);

        await instance.Ledger.ClaimAsync(Claims.Of(Guid.NewGuid(), 1, Start));

        Assert.Contains("expires=1,", await redis.SendAsync("INFO", "keyspace"), StringComparison.Ordinal);
        var key = (await KeysAsync(redis, "miniapp:launch*")).Single();
        Assert.InRange(await TtlAsync(redis, key), 3_590_000, 3_600_000);
    }

    [Fact]
    public async Task All_buckets_remember_since_the_start_and_not_since_their_first_claim()
    {
        await using var redis = await RedisServer.StartAsync();
        var clock = new FakeTimeProvider(Start);
        await using var instance = await Instance.StartAsync(redis, clock);
        clock.Advance(TimeSpan.FromMinutes(5));

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(Start, (await instance.Ledger.ClaimAsync(Claims.Of(Guid.NewGuid(), i, clock.GetUtcNow()))).RemembersSince);
        }

        Assert.Equal(64, (await KeysAsync(redis, "miniapp:born*")).Length);
    }

    [Fact]
    public async Task A_redis_that_was_restarted_empty_remembers_since_then()
    {
        await using var redis = await RedisServer.StartAsync();
        var clock = new FakeTimeProvider(Start);
        await using var instance = await Instance.StartAsync(redis, clock);
        var key = Guid.NewGuid();
        await instance.Ledger.ClaimAsync(Claims.Of(key, 1, Start));

        await redis.KillAsync();
        await redis.StartAgainAsync();
        clock.Advance(TimeSpan.FromMinutes(5));

        LedgerAnswer answer = default;
        await Eventually.HoldsAsync(
            async () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                answer = await instance.Ledger.ClaimAsync(Claims.Of(key, 1, clock.GetUtcNow()));
                return answer.Outcome != LedgerOutcome.Unavailable;
            },
            "the ledger is there again");

        Assert.InRange(answer.RemembersSince, Start + TimeSpan.FromMinutes(5), clock.GetUtcNow());
    }

    [Theory]
    [InlineData("a mark of another length")]
    [InlineData("")]
    public async Task A_mark_that_is_none_is_no_answer(string value)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(redis);
        var key = Guid.NewGuid();
        await PutAsync(redis, key, value);

        Assert.Equal(LedgerAnswer.Unavailable, await instance.Ledger.ClaimAsync(key, 1));
        Assert.Contains(
            "Warning: Redis does not serve launches: an answer that makes no sense. What must not be used twice is refused with 503.", instance.Said);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("99999999999999999")]
    public async Task A_marker_that_is_none_is_no_answer(string value)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(redis);
        foreach (var marker in await KeysAsync(redis, "miniapp:born*"))
        {
            await redis.SendAsync("SET", marker, value);
        }

        Assert.Equal(LedgerAnswer.Unavailable, await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1));
    }

    [Fact]
    public async Task A_key_of_another_type_is_no_answer()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(redis);
        foreach (var marker in await KeysAsync(redis, "miniapp:born*"))
        {
            await redis.SendAsync("DEL", marker);
            await redis.SendAsync("LPUSH", marker, "x");
        }

        Assert.Equal(LedgerAnswer.Unavailable, await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1));
        Assert.Contains(instance.Said, line => line.StartsWith("Warning: Redis does not serve launches: the answer WRONGTYPE.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_that_goes_away_ends_its_wait()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(redis, configure: options => options.Timeout = TimeSpan.FromMinutes(1));
        await redis.StopAsync();
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await instance.Ledger.ClaimAsync(Claims.Of(Guid.NewGuid(), 1, Start), caller.Token));
    }

    private static async Task<string[]> KeysAsync(RedisServer redis, string pattern) =>
        [.. (await redis.SendAsync("KEYS", pattern)).Split("\r\n").Where(line => line.Length > 0 && line[0] is not ('*' or '$'))];

    private static async Task<long> TtlAsync(RedisServer redis, string key)
    {
        // The key's last 16 bytes are no text: it is the only one that a scan finds.
        Assert.NotEmpty(key);
        return long.Parse(
            (await redis.SendAsync("EVAL", "return redis.call('PTTL', redis.call('KEYS', 'miniapp:launch*')[1])", "0"))[1..],
            System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Puts a value where a key would be claimed.</summary>
    private static async Task PutAsync(RedisServer redis, Guid key, string value)
    {
        await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(redis.Address);
        await connection.GetDatabase().StringSetAsync(new LedgerKeys("miniapp:").Of(key).Claim, value);
    }
}
