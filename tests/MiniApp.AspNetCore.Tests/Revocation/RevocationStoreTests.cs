using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Several instances that share a store of revocations, and what becomes of them when the store does not do its part.</summary>
public sealed class RevocationStoreTests
{
    private static readonly PlatformScheme Vk = PlatformScheme.Of("VkMiniApp");
    private static readonly MiniAppSubject User = MiniAppSubject.VkUser(42);
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Revocation_and_block_reach_every_instance_within_a_second_without_a_word(string name)
    {
        var platform = PlatformScheme.Of(name);
        var store = new SharedStore { IsSilent = true };
        await using var instances = await StartAsync(platform, store, 3);
        var user = (await instances[0].AuthenticateAsync(platform.Header(platform.Good()))).Principal!.GetLaunch()!.Subject!.Value;
        var other = platform.Good(43);

        await Instances.Of(instances[0]).RevokeAsync(user);
        Assert.Equal("401 200 200", await instances.StatusesAsync(platform.Good()));
        await instances.PassSecondAsync();
        Assert.Equal("401 401 401", await instances.StatusesAsync(platform.Good()));
        Assert.Equal("200 200 200", await instances.StatusesAsync(platform.Dated(instances.Second)));

        await Instances.Of(instances[2]).BlockAsync(user, until: null);
        Assert.Equal("200 200 401", await instances.StatusesAsync(platform.Dated(instances.Second)));
        await instances.PassSecondAsync();
        Assert.Equal("401 401 401", await instances.StatusesAsync(platform.Dated(instances.Second)));

        await Instances.Of(instances[1]).UnblockAsync(user);
        await instances.PassSecondAsync();
        Assert.Equal("200 200 200", await instances.StatusesAsync(platform.Dated(instances.Second)));
        Assert.Equal("200 200 200", await instances.StatusesAsync(other));
    }

    [Fact]
    public async Task Word_of_a_change_is_taken_at_once_and_changes_in_a_row_are_read_together()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 2);
        await Instances.UntilAsync(() => store.Listeners == 2);

        await Instances.Of(instances[0]).RevokeAsync(User);
        await Instances.UntilAsync(() => IsRefused(instances[1], User));

        var readings = store.Readings;
        for (var id = 100; id < 200; id++)
        {
            await Instances.Of(instances[0]).RevokeAsync(MiniAppSubject.VkUser(id));
            await Task.Yield(); // to who would read
        }

        // Each instance rests for 50 ms after a word that it was given, once it has taken the first.
        Assert.InRange(store.Readings - readings, 0, 4);
        await Instances.UntilAsync(() =>
        {
            instances.Clock.Advance(TimeSpan.FromMilliseconds(1));
            return IsRefused(instances[1], MiniAppSubject.VkUser(199));
        });
    }

    [Fact]
    public async Task Second_that_ends_while_the_store_is_read_for_a_word_is_not_put_off_by_the_pause()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 1);
        await Instances.UntilAsync(() => store.Listeners == 1);
        store.Nonsense = () =>
        {
            store.Nonsense = null;
            instances.Clock.Advance(TimeSpan.FromSeconds(1));
            throw new MiniAppStoreUnavailableException("Away.");
        };

        await Instances.Of(instances[0]).RevokeAsync(User);
        await Instances.UntilAsync(() => instances.Logs.Entries.Any(entry => entry.EventId.Name == "RevocationsRead"));
        Assert.Equal(TimeSpan.Zero, Instances.Of(instances[0]).Freshness.Age);
    }

    [Fact]
    public async Task Running_instances_go_on_while_the_store_is_away_and_what_they_were_told_reaches_it_later()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 2);
        await Instances.Of(instances[0]).RevokeAsync(User);
        await Instances.Of(instances[0]).BlockAsync(MiniAppSubject.VkUser(45), until: null);
        await instances.PassSecondAsync();

        store.Fault = new MiniAppStoreUnavailableException("Away.");
        var revocations = Instances.Of(instances[0]);
        Assert.Equal(
            ["The revocation is in force on this instance alone. Away.", "The block is in force on this instance alone. Away.", "The block goes on. Away."],
            [
                await WarningAsync(() => revocations.RevokeAsync(MiniAppSubject.VkUser(43))),
                await WarningAsync(() => revocations.BlockAsync(MiniAppSubject.VkUser(44), until: null)),
                await WarningAsync(() => revocations.UnblockAsync(MiniAppSubject.VkUser(45))),
            ]);
        for (var second = 0; second < 3; second++)
        {
            await instances.PassSecondAwayAsync(store);
        }

        Assert.Equal("401 401", await instances.StatusesAsync(Vk.Good()));
        Assert.Equal("401 200", await instances.StatusesAsync(Vk.Good(43)));
        Assert.Equal("401 200", await instances.StatusesAsync(Vk.Dated(instances.Second, 44)));
        Assert.Equal("401 401", await instances.StatusesAsync(Vk.Dated(instances.Second, 45)));
        Assert.Equal("200 200", await instances.StatusesAsync(Vk.Good(46)));

        store.Fault = null;
        await instances.PassSecondAsync();
        await Instances.UntilAsync(() => store.Blocked.ContainsKey(MiniAppSubject.VkUser(44)));
        await instances.PassSecondAsync();
        Assert.Equal("401 401", await instances.StatusesAsync(Vk.Good(43)));
        Assert.Equal("401 401", await instances.StatusesAsync(Vk.Dated(instances.Second, 44)));
        await Instances.UntilAsync(() => instances.Logs.Entries.Count(entry => entry.EventId.Name == "RevocationsRead") == 2);
        Assert.Equal(2, instances.Logs.Entries.Count(entry => entry.EventId.Name == "RevocationsStale" && entry.Level == LogLevel.Warning));
        Assert.Equal("The store of revocations lacked 2 of what this instance knows, and was given it back.",
            Assert.Single(instances.Logs.Entries, entry => entry.EventId.Name == "RevocationsRestored").Message);
    }

    [Fact]
    public async Task Failure_of_another_kind_is_told_as_that_of_the_store_and_an_end_of_the_wait_as_itself()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 1);
        var revocations = Instances.Of(instances[0]);

        store.Fault = new FormatException("vk:42");
        var failure = await Assert.ThrowsAsync<MiniAppStoreUnavailableException>(() => revocations.RevokeAsync(User));
        Assert.Equal(("The revocation is in force on this instance alone.", store.Fault), (failure.Message, failure.InnerException));

        await instances.PassSecondAwayAsync(store);
        await Instances.UntilAsync(() => instances.Logs.Entries.Any(entry => entry.EventId.Name == "RevocationsStale"));
        (store.Fault, store.IsHanging) = (null, true);
        using var wait = new CancellationTokenSource();
        var block = revocations.BlockAsync(MiniAppSubject.VkUser(43), until: null, wait.Token);
        Assert.Equal("401", await instances.StatusesAsync(Vk.Good(43)));
        await wait.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => block);
        Assert.Equal("401", await instances.StatusesAsync(Vk.Good(43)));
        instances.Logs.AssertSilentAbout("vk:4");
    }

    [Fact]
    public async Task Store_that_hangs_delays_no_request_and_is_given_up_after_five_seconds()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 1);
        store.IsHanging = true;
        var waits = instances.Clock.WaitsOf(GivenUpAfter);
        await instances.PassSecondAwayAsync(store);
        await Instances.UntilAsync(() => instances.Clock.WaitsOf(GivenUpAfter) > waits);

        Assert.Equal("200", await instances.StatusesAsync(Vk.Good()));
        Assert.DoesNotContain(instances.Logs.Entries, entry => entry.EventId.Name == "RevocationsStale");
        instances.Clock.Advance(TimeSpan.FromSeconds(5));
        await Instances.UntilAsync(() => instances.Logs.Entries.Any(entry => entry.EventId.Name == "RevocationsStale"));
        Assert.Equal(1, store.Abandoned);

        store.IsHanging = false;
        await Instances.UntilAsync(() =>
        {
            instances.Clock.Advance(TimeSpan.FromSeconds(1));
            return instances.Logs.Entries.Any(entry => entry.EventId.Name == "RevocationsRead");
        });
    }

    [Fact]
    public async Task Store_that_hangs_is_given_up_after_five_seconds_by_who_writes_to_it()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 1);
        var revocations = Instances.Of(instances[0]);
        store.IsHanging = true;

        Task[] writes = [revocations.RevokeAsync(User), revocations.BlockAsync(User, until: null), revocations.UnblockAsync(User)];
        instances.Clock.Advance(TimeSpan.FromSeconds(5));
        foreach (var write in writes)
        {
            await Assert.ThrowsAsync<MiniAppStoreUnavailableException>(() => write);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Instance_that_never_read_the_store_answers_503_and_is_not_ready(string name)
    {
        var platform = PlatformScheme.Of(name);
        var store = new SharedStore { Fault = new MiniAppStoreUnavailableException("Away.", new TimeoutException()) };
        await using var instances = new Instances(platform, store);
        var app = await instances.StartAsync(
            builder =>
            {
                builder.Services.AddProblemDetails();
                builder.Services.AddHealthChecks().AddMiniAppRevocations(tags: ["ready"]);
            },
            options => options.WriteProblemDetails = true);

        using var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", platform.Header(platform.Good()));
        using var answer = await client.GetAsync("/me");
        Assert.Equal((503, TimeSpan.FromSeconds(2)), ((int)answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        var reply = await instances.AskAsync(app, platform.Good());
        Assert.Empty(reply.Challenges);
        var problem = JsonNode.Parse(reply.Body)!;
        Assert.Equal(
            ("Service Unavailable", 503, "Whether this is still valid can't be checked now: try again", null),
            ((string)problem["title"]!, (int)problem["status"]!, (string)problem["detail"]!, problem["error"]));
        Assert.Equal(200, (await app.GetAsync("/open", platform.Header(platform.Good()))).Status);
        Assert.Equal(401, (await app.GetAsync("/me", platform.Header(platform.Forged()))).Status);
        Assert.Equal((HealthStatus.Unhealthy, "The store of revocations has not been read yet."), await HealthAsync(app));
        Assert.Equal(
            "The store of revocations could not be read: TimeoutException. Until it is, every launch and session is answered with 503.",
            Assert.Single(instances.Logs.Entries, entry => entry is { EventId.Id: 41, Level: LogLevel.Error }).Message);

        store.Fault = null;
        await instances.PassSecondAsync();
        Assert.Equal("200", await instances.StatusesAsync(platform.Good()));
        Assert.Equal((HealthStatus.Healthy, null), await HealthAsync(app));
    }

    [Fact]
    public async Task Start_waits_no_longer_for_the_store_than_five_seconds()
    {
        var store = new SharedStore { IsHanging = true };
        await using var instances = new Instances(Vk, store);
        var start = instances.StartAsync();
        await Instances.UntilAsync(() => store.Readings == 1);
        Assert.False(start.IsCompleted);

        instances.Clock.Advance(TimeSpan.FromSeconds(5));
        await start;
        Assert.Equal("503", await instances.StatusesAsync(Vk.Good()));
    }

    [Theory]
    [InlineData("VkMiniApp", "TelegramMiniApp", "stranger")]
    [InlineData("TelegramMiniApp", "VkMiniApp", "stranger")]
    [InlineData("stranger", "TelegramMiniApp", "VkMiniApp")]
    public async Task Other_schemes_of_the_policy_make_no_401_of_a_503(params string[] schemes)
    {
        var store = new SharedStore { Fault = new MiniAppStoreUnavailableException("Away.") };
        await using var instances = new Instances(Vk, store);
        var app = await instances.StartAsync(
            builder =>
            {
                PlatformScheme.Of("TelegramMiniApp").AddTo(
                    builder.Services.AddAuthentication().AddBearerToken("stranger"), options => options.WriteProblemDetails = true);
                builder.Services.AddProblemDetails();
                builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(
                    new AuthorizationPolicyBuilder(schemes).RequireAuthenticatedUser().Build());
            },
            options => options.WriteProblemDetails = true);

        var reply = await instances.AskAsync(app, Vk.Good());
        Assert.Equal(503, reply.Status);
        Assert.Equal("Whether this is still valid can't be checked now: try again", (string?)JsonNode.Parse(reply.Body)!["detail"]);
        Assert.Equal(401, (await app.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Store_that_was_emptied_is_given_back_what_instances_know()
    {
        // Read by the tick alone, so that each second is read once.
        var store = new SharedStore { IsSilent = true };
        await using var instances = await StartAsync(Vk, store, 2);
        await Instances.Of(instances[0]).RevokeAsync(User);
        await Instances.Of(instances[1]).BlockAsync(MiniAppSubject.VkUser(43), until: null);
        await Instances.Of(instances[1]).BlockAsync(MiniAppSubject.VkUser(44), instances.Clock.GetUtcNow().AddSeconds(2));
        await instances.PassSecondAsync();

        store.Empty();
        await instances.PassSecondAsync();
        await Instances.UntilAsync(() => store.Revoked.ContainsKey(User) && store.Blocked.ContainsKey(MiniAppSubject.VkUser(43)));
        await instances.PassSecondAsync();

        Assert.False(store.Blocked.ContainsKey(MiniAppSubject.VkUser(44)));
        Assert.Equal("401 401", await instances.StatusesAsync(Vk.Good()));
        Assert.Equal("401 401", await instances.StatusesAsync(Vk.Dated(instances.Second, 43)));
        var late = await instances.StartAsync();
        Assert.Equal(401, (await instances.AskAsync(late, Vk.Dated(instances.Second, 43))).Status);

        // The block can be ended after all that.
        await Instances.Of(late).UnblockAsync(MiniAppSubject.VkUser(43));
        await instances.PassSecondAsync();
        Assert.Equal("200 200 200", await instances.StatusesAsync(Vk.Dated(instances.Second, 43)));
    }

    [Fact]
    public async Task Everything_is_read_at_the_start_and_each_minute_and_in_between_what_changed()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 1);
        Assert.Equal((1, 1), (store.Readings, store.WholeReadings));

        await PassSecondsAsync(59);
        Assert.Equal((60, 1), (store.Readings, store.WholeReadings));
        await PassSecondsAsync(1);
        Assert.Equal((61, 2), (store.Readings, store.WholeReadings));
        await PassSecondsAsync(59);
        Assert.Equal((120, 2), (store.Readings, store.WholeReadings));

        async Task PassSecondsAsync(int seconds)
        {
            for (var second = 0; second < seconds; second++)
            {
                await instances.PassSecondAsync();
            }
        }
    }

    [Fact]
    public async Task Store_that_can_tell_nobody_of_a_change_is_read_each_second_and_no_more()
    {
        var store = new SharedStore { IsMute = true };
        await using var instances = await StartAsync(Vk, store, 1);

        for (var second = 1; second <= 10; second++)
        {
            await instances.PassSecondAsync();
            Assert.Equal(1 + second, store.Readings);
        }
    }

    [Fact]
    public async Task Store_that_lost_a_revocation_unawares_is_given_it_back_within_a_minute()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 1);
        await Instances.Of(instances[0]).RevokeAsync(User);
        await instances.PassSecondAsync();
        store.Lose(User);

        for (var second = 0; second < 61; second++)
        {
            await instances.PassSecondAsync();
        }

        await Instances.UntilAsync(() => store.Revoked.ContainsKey(User));
        Assert.Equal("401", await instances.StatusesAsync(Vk.Good()));
    }

    [Fact]
    public async Task Revocation_reaches_an_instance_that_has_no_time_to_read_all_that_is_in_the_store()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 2);
        store.IsEndless = true;
        await PassAsync(TimeSpan.FromSeconds(61), readings: 2);

        await Instances.Of(instances[0]).RevokeAsync(User);
        await PassAsync(TimeSpan.FromSeconds(5), readings: 4);

        Assert.Equal("401 401", await instances.StatusesAsync(Vk.Good()));
        Assert.Equal("200 200", await instances.StatusesAsync(Vk.Good(43)));
        Assert.Equal(TimeSpan.FromSeconds(66), Instances.Of(instances[1]).Freshness.Age);

        // Each instance waits for the whole in vain, reads what changed, and waits again.
        async Task PassAsync(TimeSpan time, int readings)
        {
            var (before, waits) = (store.Readings, instances.Clock.WaitsOf(GivenUpAfter));
            instances.Clock.Advance(time);
            await Instances.UntilAsync(() => store.Readings >= before + readings && instances.Clock.WaitsOf(GivenUpAfter) >= waits + 2);
        }
    }

    [Fact]
    public async Task Block_by_another_instance_is_in_force_also_where_this_one_ended_a_block_while_it_read()
    {
        var store = new SharedStore { IsSilent = true };
        await using var instances = await StartAsync(Vk, store, 1);
        var revocations = Instances.Of(instances[0]);
        await revocations.BlockAsync(User, until: null);
        await instances.PassSecondAsync();

        // The reading began before either, and what is answered knows of both.
        store.Nonsense = () =>
        {
            store.Nonsense = null;
            revocations.UnblockAsync(User).GetAwaiter().GetResult();
            store.BlockAsync(User, DateTimeOffset.MaxValue, CancellationToken.None).GetAwaiter().GetResult();
            return store.ReadAsync(last: null, isWhole: true, CancellationToken.None).GetAwaiter().GetResult();
        };
        await instances.PassSecondAsync();
        await instances.PassSecondAsync();

        Assert.Null(store.Nonsense);
        Assert.Equal("401", await instances.StatusesAsync(Vk.Dated(instances.Second)));
        await revocations.UnblockAsync(User);
        Assert.Equal("200", await instances.StatusesAsync(Vk.Dated(instances.Second)));
    }

    [Fact]
    public async Task Block_by_another_instance_is_in_force_also_where_one_of_this_one_ended_before_the_store_had_it()
    {
        var store = new SharedStore { IsSilent = true };
        await using var instances = await StartAsync(Vk, store, 2);
        store.Fault = new MiniAppStoreUnavailableException("Away.");
        await WarningAsync(() => Instances.Of(instances[0]).BlockAsync(User, instances.Clock.GetUtcNow().AddSeconds(2)));
        Assert.Equal("401 200", await instances.StatusesAsync(Vk.Good()));
        await instances.PassSecondAwayAsync(store);
        await instances.PassSecondAwayAsync(store);
        store.Fault = null;
        await instances.PassSecondAsync();
        Assert.Equal("200 200", await instances.StatusesAsync(Vk.Good()));

        await Instances.Of(instances[1]).BlockAsync(User, until: null);
        await instances.PassSecondAsync();
        Assert.Equal("401 401", await instances.StatusesAsync(Vk.Good()));
        await Instances.Of(instances[1]).UnblockAsync(User);
        await instances.PassSecondAsync();
        Assert.Equal("200 200", await instances.StatusesAsync(Vk.Good()));
    }

    [Fact]
    public async Task Nonsense_of_the_store_ends_nothing_and_takes_nothing_away()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 1);
        await Instances.Of(instances[0]).RevokeAsync(User);
        await instances.PassSecondAsync();

        // The first is the one that is logged.
        Func<RevocationReading>[] nonsense =
        [
            () => throw new InvalidCastException("vk:42"),
            () => null!,
            () => new(null!, IsWhole: true, [], []),
            () => new("1", IsWhole: true, null!, []),
            () => new("1", IsWhole: true, [], null),
            () => throw new OperationCanceledException(),
        ];
        foreach (var answer in nonsense)
        {
            store.Nonsense = answer;
            await instances.PassSecondAwayAsync(store);
            Assert.Equal("401", await instances.StatusesAsync(Vk.Good()));
            Assert.Equal("200", await instances.StatusesAsync(Vk.Good(43)));
        }

        // Times of no use void nothing.
        store.Nonsense = () => new("2", IsWhole: true, [new(User, DateTimeOffset.MinValue), default], [default, new(User, DateTimeOffset.MinValue)]);
        await instances.PassSecondAsync();
        Assert.Equal("401", await instances.StatusesAsync(Vk.Good()));
        Assert.Equal("200", await instances.StatusesAsync(Vk.Good(43)));

        store.Nonsense = null;
        await instances.PassSecondAsync();
        Assert.Equal("401", await instances.StatusesAsync(Vk.Good()));
        Assert.Single(instances.Logs.Entries, entry => entry.EventId.Name == "RevocationsStale");
        instances.Logs.AssertSilentAbout("vk:42");
    }

    [Fact]
    public async Task Age_of_the_copy_is_measured_and_degrades_health_after_thirty_seconds()
    {
        var store = new SharedStore();
        await using var instances = new Instances(Vk, store);
        var app = await instances.StartAsync(builder => builder.Services.AddHealthChecks().AddMiniAppRevocations());
        using var ages = new Measurements(app.Services, MiniAppDiagnostics.MeterName, MiniAppDiagnostics.RevocationsAge);

        store.IsHanging = true;
        instances.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((HealthStatus.Healthy, null), await HealthAsync(app));
        instances.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HealthStatus.Degraded, "The store of revocations was not read for 30 seconds or more."), await HealthAsync(app));
        ages.Record();
        Assert.Equal(31, Assert.Single(ages.All).Value);
        Assert.Equal(("s", "How long ago the store of revocations was read."), (ages.Instrument!.Unit, ages.Instrument.Description));
    }

    [Fact]
    public async Task Without_a_store_nothing_is_measured_and_health_is_good()
    {
        await using var instances = new Instances(Vk, store: null);
        var app = await instances.StartAsync(builder => builder.Services.AddHealthChecks().AddMiniAppRevocations());
        using var ages = new Measurements(app.Services, MiniAppDiagnostics.MeterName, MiniAppDiagnostics.RevocationsAge);

        ages.Record();
        Assert.NotNull(ages.Instrument);
        Assert.Empty(ages.All);
        Assert.Equal((HealthStatus.Healthy, null), await HealthAsync(app));
        Assert.Throws<ArgumentNullException>(() => default(IHealthChecksBuilder)!.AddMiniAppRevocations());
    }

    [Fact]
    public async Task Revocation_that_voids_nothing_any_more_is_forgotten_here_and_in_the_store()
    {
        var store = new SharedStore();
        await using var instances = await StartAsync(Vk, store, 1, options => options.Lifetime = TimeSpan.FromHours(30));
        await Instances.Of(instances[0]).RevokeAsync(User);

        for (var hour = 1; hour <= 30; hour++)
        {
            instances.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
            await instances.PassSecondAsync();
        }

        Assert.Equal("401", await instances.StatusesAsync(Vk.Good()));
        instances.Clock.Advance(TimeSpan.FromHours(3));
        await instances.PassSecondAsync();
        await Instances.UntilAsync(() => store.Revoked.Count == 0);
        Assert.True(Instances.Of(instances[0]).List.IsEmpty);
    }

    private static async Task<string> WarningAsync(Func<Task> call) =>
        (await Assert.ThrowsAsync<MiniAppStoreUnavailableException>(call)).Message;

    private static bool IsRefused(TestApp app, MiniAppSubject user) =>
        Instances.Of(app).Judge(user, app: null, DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now), session: null) is MiniAppRevokedException;

    private static async Task<(HealthStatus Status, string? Description)> HealthAsync(TestApp app)
    {
        var entry = (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["mini-app-revocations"];
        return (entry.Status, entry.Description);
    }

    private static async Task<Instances> StartAsync(
        PlatformScheme platform, SharedStore store, int count, Action<MiniAppOptions>? configure = null)
    {
        var instances = new Instances(platform, store);
        for (var i = 0; i < count; i++)
        {
            await instances.StartAsync(configure: configure);
        }

        return instances;
    }
}
