using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What users of an application with several instances meet, whatever happens to Redis.</summary>
public sealed class ShopTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly List<Shop> _shops = [];
    private RedisServer _redis = null!;

    public async ValueTask InitializeAsync() => _redis = await RedisServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var shop in _shops)
        {
            await shop.DisposeAsync();
        }

        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task Of_six_spellings_of_a_launch_on_three_instances_at_once_one_pays()
    {
        await StartAsync(3);
        string[] launches = [.. Enumerable.Range(1, 30).Select(user => Shop.Launch(_clock, user))];

        var answers = await Task.WhenAll(launches.SelectMany(launch => Shop.Spellings(launch).Select((spelling, index) => Task.Run(
            async () => (launch, Answer: await _shops[index % 3].AskAsync("/pay", spelling, $"the-binding-of-{index}"))))));

        Assert.All(answers.GroupBy(answer => answer.launch, answer => answer.Answer), copies => Assert.Equal(
            ["200", "401 replayed", "401 replayed", "401 replayed", "401 replayed", "401 replayed"], copies.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_page_that_lost_its_answer_asks_another_instance_again()
    {
        await StartAsync(2);
        var launch = Shop.Spellings(Shop.Launch(_clock))[0];

        Assert.Equal("200", await _shops[0].AskAsync("/pay", launch));
        Assert.Equal("200", await _shops[1].AskAsync("/pay", launch));
        Assert.Equal("401 replayed", await _shops[1].AskAsync("/pay", launch, "binding-of-the-thief"));
    }

    [Fact]
    public async Task Without_redis_nobody_pays_and_everybody_is_let_in()
    {
        await StartAsync(1, options => options.Timeout = TimeSpan.FromSeconds(2));
        var launch = Shop.Spellings(Shop.Launch(_clock))[0];
        await _redis.KillAsync();

        for (var i = 0; i < 10; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Assert.Equal(("503 retry", "200"), (await _shops[0].AskAsync("/pay", launch), await _shops[0].AskAsync("/me", launch)));
            Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        }

        await _redis.StartAgainAsync();
        await UntilAsync(async () => await _shops[0].AskAsync("/pay", Shop.Spellings(Shop.Launch(_clock))[0]) == "200", "a new launch pays");
    }

    [Fact]
    public async Task A_launch_from_before_redis_forgot_is_refused_as_expired()
    {
        await StartAsync(2);
        var used = Shop.Spellings(Shop.Launch(_clock))[0];
        var unused = Shop.Spellings(Shop.Launch(_clock, userId: 43))[0];
        Assert.Equal("200", await _shops[0].AskAsync("/pay", used));

        await _redis.KillAsync();
        await _redis.StartAgainAsync();
        _clock.Advance(Second);
        await UntilAsync(async () => await _shops[1].AskAsync("/pay", used, "binding-of-the-thief") != "503 retry", "Redis is there again");

        Assert.Equal("401 expired", await _shops[1].AskAsync("/pay", used, "binding-of-the-thief"));
        Assert.Equal("401 expired", await _shops[1].AskAsync("/pay", unused));
        _clock.Advance(Second);
        Assert.Equal("200", await _shops[1].AskAsync("/pay", Shop.Spellings(Shop.Launch(_clock))[0]));
    }

    [Fact]
    public async Task A_user_who_is_signed_out_is_so_on_every_instance()
    {
        await StartListeningAsync(3);
        var launch = Shop.Spellings(Shop.Launch(_clock))[0];
        Assert.Equal("200 200 200", await AskAllAsync(launch));

        await _shops[0].Revocations.RevokeAsync(MiniAppSubject.VkUser(42));

        await Eventually.HoldsAsync(async () => await AskAllAsync(launch) == "401 revoked 401 revoked 401 revoked", "it is told");
        _clock.Advance(Second);
        Assert.Equal("200 200 200", await AskAllAsync(Shop.Spellings(Shop.Launch(_clock))[0]));
    }

    [Fact]
    public async Task A_user_who_is_blocked_is_so_within_a_second_where_nothing_can_be_told()
    {
        await _redis.DisposeAsync();
        _redis = await RedisServer.StartAsync("--rename-command", "PUBLISH", "", "--rename-command", "SUBSCRIBE", "");
        await StartAsync(2);
        var launch = Shop.Spellings(Shop.Launch(_clock))[0];

        await _shops[0].Revocations.BlockAsync(MiniAppSubject.VkUser(42), until: null);
        Assert.Equal("401 banned 200", await AskAllAsync(launch));
        _clock.Advance(Second);

        await Eventually.HoldsAsync(async () => await AskAllAsync(launch) == "401 banned 401 banned", "it is read");
        await _shops[1].Revocations.UnblockAsync(MiniAppSubject.VkUser(42));
        _clock.Advance(Second);
        await Eventually.HoldsAsync(async () => await AskAllAsync(launch) == "200 200", "the end is read");
    }

    [Fact]
    public async Task What_was_revoked_stays_in_force_without_redis_and_is_given_back_to_one_that_lost_it()
    {
        await StartListeningAsync(2);
        var launch = Shop.Spellings(Shop.Launch(_clock))[0];
        await _shops[0].Revocations.RevokeAsync(MiniAppSubject.VkUser(42));
        await _shops[0].Revocations.BlockAsync(MiniAppSubject.VkUser(43), until: null);
        await Eventually.HoldsAsync(async () => await AskAllAsync(launch) == "401 revoked 401 revoked", "it is told");

        await _redis.KillAsync();
        _clock.Advance(Second);
        Assert.Equal("401 revoked 401 revoked", await AskAllAsync(launch));
        await _redis.StartAgainAsync();
        await UntilAsync(
            async () => await _redis.SendAsync("ZCARD", "miniapp:{revocations}revoked") == ":1"
                && await _redis.SendAsync("ZCARD", "miniapp:{revocations}blocked") == ":1",
            "it was given back");

        await StartAsync(1);
        Assert.Equal("401 revoked", await _shops[2].AskAsync("/me", launch));
        Assert.Equal("401 banned", await _shops[2].AskAsync("/me", Shop.Spellings(Shop.Launch(_clock, userId: 43))[0]));
        _shops.ForEach(shop => shop.Log.AssertSilentAbout("vk:42", "vk:43"));
    }

    [Theory]
    [InlineData(":1")]
    [InlineData(":3", 43L, 44L)]
    public async Task A_block_that_redis_dropped_goes_on_and_is_given_back(string count, params long[] blockedSince)
    {
        await StartAsync(2);
        await _shops[0].Revocations.BlockAsync(MiniAppSubject.VkUser(42), until: null);
        await UntilAsync(async () => await AskAllAsync(Launch()) == "401 banned 401 banned", "it is told");

        await _redis.SendAsync("DEL", "miniapp:{revocations}blocked");
        foreach (var other in blockedSince)
        {
            await _shops[0].Revocations.BlockAsync(MiniAppSubject.VkUser(other), until: null);
        }

        _clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(async () => await _redis.SendAsync("ZCARD", "miniapp:{revocations}blocked") == count, "it was given back");
        Assert.Equal("401 banned", await _shops[1].AskAsync("/me", Launch()));
        await UntilAsync(async () => await AskAllAsync(Launch()) == "401 banned 401 banned", "it goes on");

        // The other instance may be on the way to give it back as well.
        await UntilAsync(
            async () =>
            {
                await _shops[1].Revocations.UnblockAsync(MiniAppSubject.VkUser(42));
                return await AskAllAsync(Launch()) == "200 200";
            },
            "it is ended");

        string Launch() => Shop.Spellings(Shop.Launch(_clock))[0];
    }

    [Fact]
    public async Task A_block_outlives_a_redis_that_is_emptied_while_it_is_read()
    {
        await using var proxy = new RedisProxy(_redis.Port);
        _shops.Add(await Shop.StartAsync(proxy.Address, _clock, options => options.Timeout = TimeSpan.FromSeconds(2)));
        await using (var other = await Shop.StartAsync(_redis.Address, _clock, options => options.Timeout = TimeSpan.FromSeconds(2)))
        {
            await other.Revocations.BlockAsync(MiniAppSubject.VkUser(42), until: null);
            await UntilAsync(async () => await AskAllAsync(Launch()) == "401 banned", "it is told");
        }

        var isEmptied = false;
        proxy.Before("{revocations}blocked", async () =>
        {
            await _redis.SendAsync("FLUSHALL");
            isEmptied = true;
        });
        _clock.Advance(TimeSpan.FromMinutes(1));

        await UntilAsync(async () => isEmptied && await _redis.SendAsync("ZCARD", "miniapp:{revocations}blocked") == ":1", "it was given back");
        Assert.Equal("401 banned", await AskAllAsync(Launch()));

        string Launch() => Shop.Spellings(Shop.Launch(_clock))[0];
    }

    [Fact]
    public async Task A_block_that_redis_is_told_of_late_holds_also_where_an_earlier_one_has_ended_or_ends_before_it()
    {
        await StartAsync(2);
        MiniAppSubject[] users = [MiniAppSubject.VkUser(42), MiniAppSubject.VkUser(43)];
        await _shops[1].Revocations.BlockAsync(users[0], _clock.GetUtcNow() + Second);
        await _shops[1].Revocations.BlockAsync(users[1], _clock.GetUtcNow() + TimeSpan.FromHours(1));
        _clock.Advance(Second);

        // It answers, and takes no writes.
        await _redis.SendAsync("CONFIG", "SET", "min-replicas-to-write", "1");
        foreach (var user in users)
        {
            await Assert.ThrowsAsync<MiniAppStoreUnavailableException>(() => _shops[0].Revocations.BlockAsync(user, until: null));
        }

        await _redis.SendAsync("CONFIG", "SET", "min-replicas-to-write", "0");
        await UntilAsync(() => AreBannedAsync(_shops[1]), "the other instance has read it");
        _clock.Advance(TimeSpan.FromHours(1));
        await UntilAsync(async () => await AreBannedAsync(_shops[0]) && await AreBannedAsync(_shops[1]), "it holds on both");

        async Task<bool> AreBannedAsync(Shop shop) => await IsBannedAsync(shop, 42) && await IsBannedAsync(shop, 43);

        async Task<bool> IsBannedAsync(Shop shop, long user) => await shop.AskAsync("/me", Shop.Spellings(Shop.Launch(_clock, user))[0]) == "401 banned";
    }

    [Fact]
    public async Task An_instance_that_never_read_the_list_lets_nobody_in_and_is_not_ready_until_it_has()
    {
        await _redis.KillAsync();
        await StartAsync(1);
        var launch = Shop.Spellings(Shop.Launch(_clock))[0];

        Assert.Equal(("503 retry", HealthStatus.Unhealthy), (await _shops[0].AskAsync("/me", launch), await _shops[0].HealthAsync()));
        await _redis.StartAgainAsync();
        await UntilAsync(async () => await _shops[0].HealthAsync() == HealthStatus.Healthy, "it is ready");

        Assert.Equal("200", await _shops[0].AskAsync("/me", Shop.Spellings(Shop.Launch(_clock))[0]));
    }

    [Fact]
    public async Task A_session_of_one_instance_is_good_on_all_and_ends_on_all()
    {
        await StartListeningAsync(3);
        var (access, refresh) = await _shops[0].ExchangeAsync(Shop.Spellings(Shop.Launch(_clock))[0]);
        Assert.Equal("200 200 200", await AskAllAsync(access));

        var (renewed, _) = await _shops[1].ExchangeAsync(null, refresh);
        Assert.Equal("200 200 200", await AskAllAsync(renewed));
        await _shops[2].Revocations.RevokeAsync(MiniAppSubject.VkUser(42));

        await Eventually.HoldsAsync(async () => await AskAllAsync(renewed) == "401 revoked 401 revoked 401 revoked", "it is told");
    }

    [Fact]
    public async Task A_refresh_token_that_is_used_again_after_its_leeway_ends_the_session_everywhere()
    {
        await StartListeningAsync(2);
        var (access, refresh) = await _shops[0].ExchangeAsync(Shop.Spellings(Shop.Launch(_clock))[0]);
        await _shops[0].ExchangeAsync(null, refresh);
        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("401", (await _shops[1].ExchangeAsync(null, refresh)).Access);

        await Eventually.HoldsAsync(async () => await AskAllAsync(access) == "401 revoked 401 revoked", "it is told");
    }

    [Fact]
    public async Task Sessions_go_on_without_redis_and_are_neither_begun_nor_renewed()
    {
        await StartAsync(1);
        var launch = Shop.Spellings(Shop.Launch(_clock))[0];
        var (access, refresh) = await _shops[0].ExchangeAsync(launch);
        await _redis.KillAsync();

        Assert.Equal("200", await _shops[0].AskAsync("/me", access));
        Assert.Equal("503 retry", await _shops[0].AskAsync("/session", launch));
        Assert.Equal("503", (await _shops[0].ExchangeAsync(null, refresh)).Access);
    }

    [Fact]
    public async Task An_instance_without_the_keys_can_not_tell_what_a_session_is_and_uses_no_launch_up()
    {
        await StartAsync(1);
        var launch = Shop.Spellings(Shop.Launch(_clock))[0];
        var (access, refresh) = await _shops[0].ExchangeAsync(launch);
        await _redis.SendAsync("DEL", "miniapp:keys");
        await _redis.SendAsync("SET", "miniapp:keys", "nonsense");
        await StartAsync(1);

        Assert.Equal("503 retry", await _shops[1].AskAsync("/me", access));
        Assert.Equal("503", (await _shops[1].ExchangeAsync(null, refresh)).Access);
        Assert.Equal("503 retry", await _shops[1].AskAsync("/session", Shop.Spellings(Shop.Launch(_clock, userId: 43))[0], "binding-at-the-cold-one"));
        Assert.Equal("200", await _shops[0].AskAsync("/session", Shop.Spellings(Shop.Launch(_clock, userId: 43))[0]));
        Assert.Equal(HealthStatus.Unhealthy, await _shops[1].HealthAsync());
    }

    private async Task StartAsync(int count, Action<MiniAppRedisOptions>? configure = null)
    {
        for (var i = 0; i < count; i++)
        {
            _shops.Add(await Shop.StartAsync(_redis.Address, _clock, configure ?? Instance.Patient));
        }
    }

    /// <summary>The same, until each of them hears what another one tells: their clock stands, so that none reads by itself.</summary>
    private async Task StartListeningAsync(int count)
    {
        await StartAsync(count);
        await _redis.HasListenersAsync("miniapp:revocations", count);
    }

    private async Task<string> AskAllAsync(string launch)
    {
        var answers = new List<string>();
        foreach (var shop in _shops)
        {
            answers.Add(await shop.AskAsync("/me", launch));
        }

        return string.Join(' ', answers);
    }

    /// <summary>Waits, while the instances' clock goes on.</summary>
    private Task UntilAsync(Func<Task<bool>> condition, string what) => Eventually.HoldsAsync(
        async () =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(200));
            return await condition();
        },
        what);
}
