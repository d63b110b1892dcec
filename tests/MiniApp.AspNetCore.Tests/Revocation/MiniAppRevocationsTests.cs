using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Who is signed out and who is kept out, in one process, on every platform.</summary>
public sealed class MiniAppRevocationsTests
{
    private const string Revoked = " error=\"invalid_token\", error_description=\"The user was signed out\", reason=\"revoked\"";
    private const string Banned = " error=\"invalid_token\", error_description=\"The user is blocked\", reason=\"banned\"";

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_of_before_or_of_the_same_second_is_void_and_one_of_a_later_second_is_good(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var instances = new Instances(platform, store: null);
        var app = await instances.StartAsync();
        var (user, _) = await SubjectsAsync(app, platform);
        instances.Clock.Advance(TimeSpan.FromMilliseconds(400));

        await Instances.Of(app).RevokeAsync(user);

        Assert.Equal([platform.AuthScheme + Revoked], (await instances.AskAsync(app, platform.Dated(instances.Second))).Challenges);
        Assert.Equal(401, (await instances.AskAsync(app, platform.Dated(instances.Second - 100))).Status);
        Assert.Equal(200, (await instances.AskAsync(app, platform.Dated(instances.Second, userId: 43))).Status);
        instances.Clock.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal(200, (await instances.AskAsync(app, platform.Dated(instances.Second))).Status);
        Assert.Equal(401, (await instances.AskAsync(app, platform.Dated(instances.Second - 1))).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task App_platform_and_everybody_can_be_signed_out_and_a_stranger_app_or_platform_stays(string name)
    {
        var platform = PlatformScheme.Of(name);
        foreach (var choose in new Func<MiniAppSubject, MiniAppSubject?, MiniAppSubject?>[]
        {
            (user, _) => MiniAppSubject.Platform(user.PlatformName!),
            (_, app) => app,
            (_, _) => MiniAppSubject.Everybody,
        })
        {
            await using var instances = new Instances(platform, store: null);
            var app = await instances.StartAsync();
            var (user, itsApp) = await SubjectsAsync(app, platform);
            var revocations = Instances.Of(app);
            await revocations.RevokeAsync(MiniAppSubject.Platform("elsewhere"));
            await revocations.RevokeAsync(MiniAppSubject.App(user.PlatformName!, 1));
            await revocations.RevokeAsync(MiniAppSubject.User("elsewhere", user.Id));
            Assert.Equal(200, (await instances.AskAsync(app, platform.Good())).Status);

            // MAX tells no bot.
            if (choose(user, itsApp) is { } subject)
            {
                await revocations.RevokeAsync(subject);
                Assert.Equal([platform.AuthScheme + Revoked], (await instances.AskAsync(app, platform.Good(43))).Challenges);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Subject_that_could_not_be_read_is_refused_and_is_not_everybody(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var instances = new Instances(platform, store: null);
        var app = await instances.StartAsync();
        var revocations = Instances.Of(app);
        Assert.False(MiniAppSubject.TryParse("vk:", out var nobody));

        foreach (var call in new Func<Task>[]
        {
            () => revocations.RevokeAsync(nobody),
            () => revocations.BlockAsync(nobody, until: null),
            () => revocations.UnblockAsync(nobody),
        })
        {
            Assert.Equal("The subject names nobody. (Parameter 'subject')", (await Assert.ThrowsAsync<ArgumentException>(call)).Message);
        }

        Assert.True(revocations.List.IsEmpty);
        Assert.Equal(200, (await instances.AskAsync(app, platform.Good())).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Fresh_launch_of_a_blocked_user_is_refused_until_the_block_ends_or_is_ended(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var instances = new Instances(platform, store: null);
        var app = await instances.StartAsync();
        var (user, _) = await SubjectsAsync(app, platform);
        var revocations = Instances.Of(app);

        await revocations.BlockAsync(user, instances.Clock.GetUtcNow().AddMinutes(1));
        instances.Clock.Advance(TimeSpan.FromSeconds(59.999));
        Assert.Equal([platform.AuthScheme + Banned], (await instances.AskAsync(app, platform.Dated(instances.Second))).Challenges);
        Assert.Equal(200, (await instances.AskAsync(app, platform.Dated(instances.Second, userId: 43))).Status);
        instances.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, (await instances.AskAsync(app, platform.Dated(instances.Second))).Status);

        await revocations.BlockAsync(user, until: null);
        await revocations.RevokeAsync(user);
        instances.Clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal([platform.AuthScheme + Banned], (await instances.AskAsync(app, platform.Dated(instances.Second))).Challenges);
        await revocations.UnblockAsync(user);
        Assert.Equal(200, (await instances.AskAsync(app, platform.Dated(instances.Second))).Status);
        await revocations.UnblockAsync(user);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_that_was_used_is_void_also_where_the_platforms_clock_is_ahead(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var instances = new Instances(platform, store: null);
        var app = await instances.StartAsync();
        var (user, _) = await SubjectsAsync(app, platform);
        var ahead = platform.Dated(instances.Second + 30);
        Assert.Equal(200, (await instances.AskAsync(app, ahead)).Status);

        await Instances.Of(app).RevokeAsync(user);

        Assert.Equal(401, (await instances.AskAsync(app, ahead)).Status);
        instances.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(401, (await instances.AskAsync(app, ahead)).Status);
        Assert.Equal(200, (await instances.AskAsync(app, platform.Dated(instances.Second))).Status);
    }

    [Fact]
    public async Task Clock_that_is_set_back_lifts_no_revocation_and_has_new_ones_void_what_was_seen()
    {
        var platform = PlatformScheme.Of("VkMiniApp");
        await using var instances = new Instances(platform, store: null);
        var app = await instances.StartAsync();
        var (first, second) = (platform.Dated(instances.Second), platform.Dated(instances.Second, userId: 43));
        Assert.Equal(200, (await instances.AskAsync(app, second)).Status);
        await Instances.Of(app).RevokeAsync(MiniAppSubject.VkUser(42));

        instances.Clock.AdjustTime(instances.Clock.GetUtcNow().AddMinutes(-30));
        await Instances.Of(app).RevokeAsync(MiniAppSubject.VkUser(42));
        await Instances.Of(app).RevokeAsync(MiniAppSubject.VkUser(43));
        instances.Clock.AdjustTime(instances.Clock.GetUtcNow().AddMinutes(30));

        Assert.Equal(401, (await instances.AskAsync(app, first)).Status);
        Assert.Equal(401, (await instances.AskAsync(app, second)).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Refusal_is_one_line_of_the_log_and_no_line_names_the_user(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var instances = new Instances(platform, store: null);
        var app = await instances.StartAsync();
        Assert.DoesNotContain(instances.Logs.Entries, entry => entry.EventId.Name == "RevocationsInProcess");

        var user = MiniAppSubject.User((await SubjectsAsync(app, platform)).User.PlatformName!, 987654);
        await Instances.Of(app).RevokeAsync(user);
        await Instances.Of(app).BlockAsync(user, until: null);
        await instances.AskAsync(app, platform.Good(987654));

        Assert.Equal($"{name} refused a launch: Blocked.", Assert.Single(instances.Logs.Verdicts, entry => entry.EventId.Id == 2).Message);
        var told = Assert.Single(instances.Logs.Entries, entry => entry.EventId.Name == "RevocationsInProcess");
        Assert.Equal((LogLevel.Information, 40, typeof(MiniAppRevocations).FullName), (told.Level, told.EventId.Id, told.Category));
        instances.Logs.AssertSilentAbout("987654");
    }

    [Fact]
    public async Task Each_scheme_of_a_policy_judges_its_own_launch()
    {
        var telegram = PlatformScheme.Of("TelegramMiniApp");
        await using var instances = new Instances(PlatformScheme.Of("VkMiniApp"), store: null);
        var app = await instances.StartAsync(builder =>
        {
            telegram.AddTo(builder.Services.AddAuthentication(), options =>
            {
                options.TimeProvider = instances.Clock;
                options.TokenRetriever = request => request.Headers["X-Telegram"];
            });
            builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(
                new AuthorizationPolicyBuilder("VkMiniApp", "TelegramMiniApp").RequireAuthenticatedUser().Build());
        });
        Task<Reply> AskAsync() => app.GetAsync("/me", context =>
        {
            context.Request.Headers.Authorization = "Bearer " + PlatformScheme.Of("VkMiniApp").Good();
            context.Request.Headers["X-Telegram"] = telegram.Good();
        });
        Assert.Equal("telegram:42", (await AskAsync()).Body);

        await Instances.Of(app).RevokeAsync(MiniAppSubject.TelegramUser(42));
        Assert.Equal("42", (await AskAsync()).Body);
        await Instances.Of(app).RevokeAsync(MiniAppSubject.VkUser(42));
        Assert.Equal(["Bearer" + Revoked, "tma" + Revoked], (await AskAsync()).Challenges);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task Session_is_judged_by_its_user_its_app_its_date_and_its_own_id(int otherApps)
    {
        await using var instances = new Instances(PlatformScheme.Of("VkMiniApp"), store: null);
        var revocations = Instances.Of(await instances.StartAsync());
        for (var id = 1; id <= otherApps; id++)
        {
            await revocations.RevokeAsync(MiniAppSubject.VkApp(1_000 + id));
        }

        var (user, app, now) = (MiniAppSubject.OkUser(5), MiniAppSubject.VkApp(7), instances.Clock.GetUtcNow());
        var (session, other) = (MiniAppSubject.Session(Guid.NewGuid()), MiniAppSubject.Session(Guid.NewGuid()));

        Assert.Null(revocations.Judge(user, app, now, session));
        await revocations.RevokeAsync(session);
        Assert.IsType<MiniAppRevokedException>(revocations.Judge(user, app, now, session));
        Assert.Null(revocations.Judge(user, app, now, other));

        // It began where the clock is ahead.
        Assert.IsType<MiniAppRevokedException>(revocations.Judge(user, app, now.AddSeconds(1), session));

        // A user of Odnoklassniki launches VK's app, and is signed out with either platform.
        await revocations.RevokeAsync(MiniAppSubject.Platform("vk"));
        Assert.IsType<MiniAppRevokedException>(revocations.Judge(user, app, now, other));
        Assert.Null(revocations.Judge(user, app: null, now, other));
        await revocations.BlockAsync(MiniAppSubject.Platform("ok"), until: null);
        Assert.IsType<MiniAppBlockedException>(revocations.Judge(user, app, now.AddYears(1), other));
        Assert.Null(revocations.Judge(subject: null, app: null, now, session: null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public async Task Check_allocates_nothing_however_long_the_list(int entries)
    {
        await using var instances = new Instances(PlatformScheme.Of("VkMiniApp"), store: null);
        var app = await instances.StartAsync();
        var revocations = Instances.Of(app);
        var launch = (await app.AuthenticateAsync("Bearer " + PlatformScheme.Of("VkMiniApp").Good())).Principal!.GetLaunch()!;
        for (var id = 1; id <= entries; id++)
        {
            await revocations.BlockAsync(MiniAppSubject.VkUser(1_000 + id), until: null);
        }

        await revocations.RevokeAsync(MiniAppSubject.Platform("elsewhere"));
        Assert.Null(revocations.Judge(launch));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            _ = revocations.Judge(launch);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static async Task<(MiniAppSubject User, MiniAppSubject? App)> SubjectsAsync(TestApp app, PlatformScheme platform)
    {
        var launch = (await app.AuthenticateAsync(platform.Header(platform.Dated(PlatformScheme.Now - 10)))).Principal!.GetLaunch()!;
        return (launch.Subject!.Value, launch.App);
    }
}
