using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What one instance writes, all read: what changed, or everything, and whether something was lost.</summary>
public sealed class RedisRevocationStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly MiniAppSubject One = MiniAppSubject.VkUser(1);
    private static readonly MiniAppSubject Two = MiniAppSubject.TelegramUser(2);
    private static readonly MiniAppSubject Three = MiniAppSubject.Session(Guid.NewGuid());

    private readonly FakeTimeProvider _clock = new(Start);
    private RedisServer _redis = null!;
    private Instance _instance = null!;
    private Instance _other = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _instance = await StartAsync();
        _other = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _instance.DisposeAsync();
        await _other.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_read_whole_first_and_then_nothing_new()
    {
        var first = await ReadAsync();
        AssertReading(first, isWhole: true, [], []);

        var second = await ReadAsync(first);
        AssertReading(second, isWhole: false, [], blocked: null);
        Assert.Equal(first.Version, second.Version);
    }

    [Fact]
    public async Task What_another_instance_wrote_is_read_whole_and_as_a_change()
    {
        var empty = await ReadAsync();
        await _other.Revocations.RevokeAsync(One, Start, default);
        var revoked = await ReadAsync(empty);
        await _other.Revocations.BlockAsync(Two, DateTimeOffset.MaxValue, default);
        await _other.Revocations.BlockAsync(Three, Start.AddMinutes(1), default);
        var blocked = await ReadAsync(revoked);
        await _other.Revocations.UnblockAsync(Two, default);
        var unblocked = await ReadAsync(blocked);

        AssertReading(revoked, isWhole: false, [(One, Start)], blocked: null);
        AssertReading(blocked, isWhole: false, [], [(Three, Start.AddMinutes(1)), (Two, DateTimeOffset.MaxValue)]);
        AssertReading(unblocked, isWhole: false, [], [(Three, Start.AddMinutes(1))]);
        AssertReading(await ReadAsync(), isWhole: true, [(One, Start)], [(Three, Start.AddMinutes(1))]);
        AssertReading(await ReadAsync(empty, isWhole: true), isWhole: true, [(One, Start)], [(Three, Start.AddMinutes(1))]);
    }

    [Fact]
    public async Task A_change_is_read_without_what_was_there_long_before()
    {
        await _other.Revocations.RevokeAsync(One, Start, default);
        _clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(1));
        var before = await ReadAsync();
        await _other.Revocations.RevokeAsync(Two, _clock.GetUtcNow(), default);

        AssertReading(await ReadAsync(before), isWhole: false, [(Two, _clock.GetUtcNow())], blocked: null);
    }

    [Fact]
    public async Task A_revocation_by_an_instance_whose_clock_is_behind_is_read()
    {
        _clock.Advance(TimeSpan.FromMinutes(5));
        var before = await ReadAsync();
        await _other.Revocations.RevokeAsync(One, Start, default);

        AssertReading(await ReadAsync(before), isWhole: false, [(One, Start)], blocked: null);
    }

    [Fact]
    public async Task A_later_time_stays_and_a_block_takes_any()
    {
        await _instance.Revocations.RevokeAsync(One, Start, default);
        await _other.Revocations.RevokeAsync(One, Start.AddMilliseconds(-1), default);
        await _instance.Revocations.BlockAsync(Two, Start.AddHours(2), default);
        await _other.Revocations.BlockAsync(Two, Start.AddHours(1), default);

        AssertReading(await ReadAsync(), isWhole: true, [(One, Start)], [(Two, Start.AddHours(1))]);
    }

    [Fact]
    public async Task What_is_restored_is_read_whole_for_its_dates_are_old()
    {
        var before = await ReadAsync();
        await _other.Revocations.RestoreAsync([new(One, Start.AddDays(-1))], [new(Two, DateTimeOffset.MaxValue)], default);

        AssertReading(await ReadAsync(before), isWhole: true, [(One, Start.AddDays(-1))], [(Two, DateTimeOffset.MaxValue)]);
    }

    [Fact]
    public async Task Of_a_block_that_is_restored_and_another_the_later_end_stays()
    {
        await _other.Revocations.BlockAsync(One, Start.AddHours(-1), default);
        await _other.Revocations.BlockAsync(Two, Start.AddHours(1), default);
        await _other.Revocations.BlockAsync(Three, Start.AddHours(3), default);
        await _instance.Revocations.RestoreAsync(
            [], [new(One, DateTimeOffset.MaxValue), new(Two, Start.AddHours(2)), new(Three, Start.AddHours(2))], default);

        AssertReading(
            await ReadAsync(), isWhole: true, [], [(Two, Start.AddHours(2)), (Three, Start.AddHours(3)), (One, DateTimeOffset.MaxValue)]);
    }

    [Fact]
    public async Task A_list_of_many_thousands_is_restored_and_read_complete()
    {
        KeyValuePair<MiniAppSubject, DateTimeOffset>[] many =
        [
            .. Enumerable.Range(1, 7000).Select(id => KeyValuePair.Create(MiniAppSubject.VkUser(id), Start)),
            .. Enumerable.Range(7001, 4999).Select(id => KeyValuePair.Create(MiniAppSubject.VkUser(id), Start.AddMilliseconds(id))),
        ];
        await _other.Revocations.RestoreAsync(many, [.. many.Select(entry => KeyValuePair.Create(entry.Key, DateTimeOffset.MaxValue))], default);

        var reading = await ReadAsync();

        Assert.Equal(many.ToHashSet(), reading.Revoked.ToHashSet());
        Assert.Equal((11_999, 11_999), (reading.Revoked.Count, reading.Blocked!.Select(entry => entry.Key).Distinct().Count()));
    }

    [Fact]
    public async Task A_block_that_is_ended_while_many_thousands_are_read_hides_no_other()
    {
        MiniAppSubject[] all = [.. Enumerable.Range(1, 11_000).Select(id => MiniAppSubject.VkUser(id))];
        await _other.Revocations.RestoreAsync([], [.. all.Select(user => KeyValuePair.Create(user, DateTimeOffset.MaxValue))], default);
        await using var proxy = new RedisProxy(_redis.Port);
        await using var instance = await Instance.StartAsync(services => services.AddMiniAppRedis(proxy.Address, Instance.Patient), _clock);

        // Those of the first page, before the last one is asked for.
        var areEnded = false;
        proxy.BeforeLater("{revocations}blocked", count: 3, async () =>
        {
            areEnded = true;
            for (var id = 1; id <= 1000; id += 100)
            {
                await _other.Revocations.UnblockAsync(MiniAppSubject.VkUser(id), default);
            }
        });
        var reading = await instance.Revocations.ReadAsync(last: null, isWhole: true, default);

        Assert.True(areEnded);
        Assert.Empty(all.Where(user => user.Id % 100 != 1 || user.Id > 1000).Except(reading.Blocked!.Select(block => block.Key)));
    }

    [Fact]
    public async Task What_voids_nothing_any_more_is_forgotten()
    {
        await _instance.Revocations.RevokeAsync(One, Start, default);
        await _instance.Revocations.RevokeAsync(Two, Start.AddMilliseconds(1), default);
        await _instance.Revocations.BlockAsync(One, Start, default);
        await _instance.Revocations.BlockAsync(Two, DateTimeOffset.MaxValue, default);

        await _instance.Revocations.ForgetAsync(Start.AddMilliseconds(1), default);

        AssertReading(await ReadAsync(), isWhole: true, [(Two, Start.AddMilliseconds(1))], [(Two, DateTimeOffset.MaxValue)]);
    }

    [Fact]
    public async Task A_redis_that_was_emptied_says_so_on_any_reading_and_only_once()
    {
        await _instance.Revocations.RevokeAsync(One, Start, default);
        var before = await ReadAsync();
        await _redis.SendAsync("FLUSHALL");

        var emptied = await ReadAsync(before);
        AssertReading(emptied, isWhole: true, [], [], isEmptied: true);
        AssertReading(await ReadAsync(before, isWhole: true), isWhole: true, [], [], isEmptied: true);
        AssertReading(await ReadAsync(emptied), isWhole: false, [], blocked: null);
    }

    [Fact]
    public async Task A_redis_that_was_emptied_and_written_to_says_so()
    {
        await _instance.Revocations.RevokeAsync(One, Start, default);
        var before = await ReadAsync();
        await _redis.SendAsync("FLUSHALL");
        await _other.Revocations.RevokeAsync(Two, Start, default);
        await _other.Revocations.RevokeAsync(Three, Start, default);

        var emptied = await ReadAsync(before);

        Assert.True(emptied.IsEmptied);
        Assert.Equal([Two, Three], emptied.Revoked.Select(entry => entry.Key).OrderBy(subject => subject == Three));
    }

    [Theory]
    [InlineData("DEL", "miniapp:{revocations}blocked")]
    [InlineData("ZREM", "miniapp:{revocations}blocked", "vk:1", "telegram:2")]
    public async Task Blocks_that_are_gone_where_nobody_ended_any_were_lost(params string[] command)
    {
        await _other.Revocations.BlockAsync(One, DateTimeOffset.MaxValue, default);
        await _other.Revocations.BlockAsync(Two, Start.AddSeconds(1), default);
        await _other.Revocations.BlockAsync(Three, DateTimeOffset.MaxValue, default);
        var all = await ReadAsync();

        _clock.Advance(TimeSpan.FromMilliseconds(1001));
        var ended = await ReadAsync(all, isWhole: true);
        Assert.Equal((2, false), (ended.Blocked!.Count, ended.IsEmptied));
        await _other.Revocations.UnblockAsync(Three, default);
        var unblocked = await ReadAsync(ended, isWhole: true);
        AssertReading(unblocked, isWhole: true, [], [(One, DateTimeOffset.MaxValue)]);

        await _redis.SendAsync(command);
        var lost = await ReadAsync(unblocked, isWhole: true);
        AssertReading(lost, isWhole: true, [], [], isEmptied: true);
        AssertReading(await ReadAsync(lost, isWhole: true), isWhole: true, [], []);
    }

    [Fact]
    public async Task Blocks_that_are_gone_were_lost_also_where_another_instance_gives_back_what_it_knows_while_they_are_read()
    {
        await using var proxy = new RedisProxy(_redis.Port);
        await using var instance = await Instance.StartAsync(services => services.AddMiniAppRedis(proxy.Address, Instance.Patient), _clock);
        await _other.Revocations.BlockAsync(One, DateTimeOffset.MaxValue, default);
        var before = await instance.Revocations.ReadAsync(last: null, isWhole: true, default);
        await _redis.SendAsync("DEL", "miniapp:{revocations}blocked");
        proxy.Before("{revocations}blocked", () => _other.Revocations.RestoreAsync([new(Two, Start)], [], default));

        var lost = await instance.Revocations.ReadAsync(before.Version, isWhole: true, default);
        AssertReading(lost, isWhole: true, [], [], isEmptied: true);
        AssertReading(await instance.Revocations.ReadAsync(lost.Version, isWhole: true, default), isWhole: true, [(Two, Start)], []);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Blocks_that_are_gone_were_lost_also_where_others_were_set_and_ended_meanwhile(bool isWhole)
    {
        await _other.Revocations.BlockAsync(One, DateTimeOffset.MaxValue, default);
        await _other.Revocations.BlockAsync(Three, DateTimeOffset.MaxValue, default);
        await _other.Revocations.RevokeAsync(One, Start.AddDays(-1), default);
        var before = await ReadAsync();
        await _redis.SendAsync("DEL", "miniapp:{revocations}blocked");
        await _other.Revocations.BlockAsync(Two, DateTimeOffset.MaxValue, default);
        await _other.Revocations.UnblockAsync(Three, default);

        var lost = await ReadAsync(before, isWhole);

        AssertReading(lost, isWhole: true, [(One, Start.AddDays(-1))], [(Two, DateTimeOffset.MaxValue)], isEmptied: true);
        AssertReading(await ReadAsync(lost), isWhole: false, [], blocked: null);
    }

    [Fact]
    public async Task Blocks_that_were_ended_or_have_an_end_that_has_passed_were_not_lost()
    {
        foreach (var subject in new[] { One, Two, Three })
        {
            await _other.Revocations.BlockAsync(subject, DateTimeOffset.MaxValue, default);
        }

        var before = await ReadAsync();
        await _other.Revocations.UnblockAsync(One, default);
        await _other.Revocations.UnblockAsync(Two, default);
        await _other.Revocations.BlockAsync(Three, Start.AddSeconds(1), default);
        _clock.Advance(TimeSpan.FromSeconds(2));

        AssertReading(await ReadAsync(before), isWhole: false, [], []);
        AssertReading(await ReadAsync(before, isWhole: true), isWhole: true, [], []);
    }

    [Fact]
    public async Task A_block_that_is_read_while_it_is_ended_was_not_lost()
    {
        await using var proxy = new RedisProxy(_redis.Port);
        await using var instance = await Instance.StartAsync(services => services.AddMiniAppRedis(proxy.Address, Instance.Patient), _clock);
        await _other.Revocations.BlockAsync(One, DateTimeOffset.MaxValue, default);
        var before = await ReadAsync();

        // It is gone by then, and is not counted among what changed.
        RevocationReading? during = null;
        proxy.BeforeLater("HINCRBY", count: 2, async () =>
        {
            await Eventually.HoldsAsync(async () => await _redis.SendAsync("EXISTS", "miniapp:{revocations}blocked") == ":0", "the block is gone");
            during = await ReadAsync(before, isWhole: true);
        });
        await instance.Revocations.UnblockAsync(One, default);

        AssertReading(Assert.IsType<RevocationReading>(during), isWhole: true, [], []);
        AssertReading(await ReadAsync(during), isWhole: false, [], []);
    }

    [Fact]
    public async Task A_block_that_was_passed_over_while_another_was_ended_is_read_after_all()
    {
        const string key = "miniapp:{revocations}blocked";
        await using var proxy = new RedisProxy(_redis.Port);
        await using var instance = await Instance.StartAsync(services => services.AddMiniAppRedis(proxy.Address, Instance.Patient), _clock);
        await _other.Revocations.BlockAsync(One, DateTimeOffset.MaxValue, default);
        await _other.Revocations.BlockAsync(Two, DateTimeOffset.MaxValue, default);
        var before = await instance.Revocations.ReadAsync(last: null, isWhole: true, default);
        proxy.Before(key, async () =>
        {
            await _redis.SendAsync("ZREM", key, One.ToString());
            await _other.Revocations.UnblockAsync(Two, default);
            proxy.Before("HGETALL", () => _redis.SendAsync("ZADD", key, "inf", One.ToString()));
        });

        AssertReading(
            await instance.Revocations.ReadAsync(before.Version, isWhole: true, default), isWhole: true, [], [(One, DateTimeOffset.MaxValue)]);
    }

    [Fact]
    public async Task A_redis_that_is_emptied_while_it_is_read_was_not_read_and_says_so_next()
    {
        await using var proxy = new RedisProxy(_redis.Port);
        await using var instance = await Instance.StartAsync(services => services.AddMiniAppRedis(proxy.Address, Instance.Patient), _clock);
        await instance.Revocations.BlockAsync(One, DateTimeOffset.MaxValue, default);
        var before = await instance.Revocations.ReadAsync(last: null, isWhole: true, default);

        foreach (var isWhole in new[] { true, false })
        {
            await _other.Revocations.BlockAsync(Two, DateTimeOffset.MaxValue, default);
            var last = (await instance.Revocations.ReadAsync(before.Version, isWhole: false, default)).Version;
            await _other.Revocations.BlockAsync(Three, DateTimeOffset.MaxValue, default);
            proxy.Before("{revocations}blocked", () => _redis.SendAsync("FLUSHALL"));

            var exception = await Assert.ThrowsAsync<MiniAppStoreUnavailableException>(() => instance.Revocations.ReadAsync(last, isWhole, default));
            Assert.Equal("The list of revocations was not read: Redis gave less than it had when the reading began.", exception.Message);
            AssertReading(await instance.Revocations.ReadAsync(last, isWhole: false, default), isWhole: true, [], [], isEmptied: true);
        }
    }

    [Fact]
    public async Task A_redis_that_went_back_to_an_older_copy_says_so()
    {
        await _instance.Revocations.RevokeAsync(One, Start, default);
        await _instance.Revocations.RevokeAsync(Two, Start, default);
        var before = await ReadAsync();
        await _redis.SendAsync("HSET", "miniapp:{revocations}state", "revoked", "1");
        await _redis.SendAsync("ZREM", "miniapp:{revocations}revoked", Two.ToString());

        AssertReading(await ReadAsync(before), isWhole: true, [(One, Start)], [], isEmptied: true);
    }

    [Fact]
    public async Task A_version_of_another_store_is_as_none()
    {
        var reading = await _instance.Revocations.ReadAsync("7", isWhole: false, default);

        AssertReading(reading, isWhole: true, [], []);
    }

    [Fact]
    public async Task Entries_that_are_none_are_passed_over_and_counted()
    {
        await _redis.SendAsync("ZADD", "miniapp:{revocations}revoked", "5", "Bobby Tables", "7", "vk:0");
        await _redis.SendAsync("ZADD", "miniapp:{revocations}revoked", "-inf", "vk:1", "1e300", "telegram:2");

        AssertReading(await ReadAsync(), isWhole: true, [(One, DateTimeOffset.UnixEpoch), (Two, DateTimeOffset.MaxValue)], []);
        Assert.Contains(
            "Warning: 2 entries of the list of revocations are none, and are passed over. Somebody else writes to these keys.", _instance.Said);
        _instance.Log.AssertSilentAbout("Bobby");
    }

    [Theory]
    [InlineData("HSET", "miniapp:{revocations}state", "revoked", "many")]
    [InlineData("HSET", "miniapp:{revocations}state", "blocked", "many")]
    [InlineData("HSET", "miniapp:{revocations}state", "restored", "many")]
    [InlineData("HSET", "miniapp:{revocations}state", "born", "yesterday")]
    [InlineData("SET", "miniapp:{revocations}state", "1")]
    [InlineData("SET", "miniapp:{revocations}revoked", "1")]
    public async Task Nonsense_is_unavailable(params string[] command)
    {
        await _redis.SendAsync(command);

        var exception = await Assert.ThrowsAsync<MiniAppStoreUnavailableException>(() => ReadAsync());

        Assert.StartsWith("The list of revocations was not read: Redis gave ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(_instance.Said, line => line.StartsWith("Warning: Redis does not serve revocations: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_is_told_to_who_waits()
    {
        var change = _instance.Revocations.WaitForChangeAsync(default);
        await _redis.HasListenersAsync("miniapp:revocations", 1);
        Assert.False(change.IsCompleted);

        await _other.Revocations.RevokeAsync(One, Start, default);

        await change.WaitAsync(TimeSpan.FromSeconds(10));
        var next = _instance.Revocations.WaitForChangeAsync(default);
        await _other.Revocations.UnblockAsync(One, default);
        await next.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Who_waits_can_go_away()
    {
        using var caller = new CancellationTokenSource();
        var change = _instance.Revocations.WaitForChangeAsync(caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => change);
    }

    [Fact]
    public async Task Nothing_is_written_where_redis_is_away()
    {
        await _redis.KillAsync();

        Assert.Equal(
            [
                "The store was not told of the revocation",
                "The store was not told of the block",
                "The store was not told of the end of the block",
                "Not all was restored",
                "Not all was restored",
                "Nothing was forgotten",
            ],
            [
                await NotDoneAsync(store => store.RevokeAsync(One, Start, default)),
                await NotDoneAsync(store => store.BlockAsync(One, Start, default)),
                await NotDoneAsync(store => store.UnblockAsync(One, default)),
                await NotDoneAsync(store => store.RestoreAsync([new(One, Start)], [], default)),
                await NotDoneAsync(store => store.RestoreAsync([], [new(One, Start)], default)),
                await NotDoneAsync(store => store.ForgetAsync(Start, default)),
            ]);
    }

    private async Task<string> NotDoneAsync(Func<IRevocationStore, Task> write) =>
        (await Assert.ThrowsAsync<MiniAppStoreUnavailableException>(() => write(_instance.Revocations))).Message.Split(':')[0];

    private Task<Instance> StartAsync() => Instance.StartAsync(_redis, _clock, options => options.Timeout = TimeSpan.FromSeconds(10));

    private Task<RevocationReading> ReadAsync(RevocationReading? last = null, bool isWhole = false) =>
        _instance.Revocations.ReadAsync(last?.Version, isWhole || last is null, default);

    private static void AssertReading(
        RevocationReading reading,
        bool isWhole,
        (MiniAppSubject, DateTimeOffset)[] revoked,
        (MiniAppSubject, DateTimeOffset)[]? blocked,
        bool isEmptied = false)
    {
        Assert.Equal((isWhole, isEmptied), (reading.IsWhole, reading.IsEmptied));
        Assert.Equal(revoked, reading.Revoked.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal(blocked, reading.Blocked?.Select(entry => (entry.Key, entry.Value)));
    }
}
