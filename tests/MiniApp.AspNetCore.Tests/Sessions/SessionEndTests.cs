using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What ends sessions, on one instance and on several that share their keys, their ledger and their revocations.</summary>
public class SessionEndTests
{
    private static readonly PlatformScheme Vk = PlatformScheme.All[0];

    private static readonly (string Name, string Value) FromOurPage = ("X-Requested-With", "fetch");

    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly DictionaryLedger _ledger = new();
    private readonly SharedStore _store = new();

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Fact]
    public async Task Log_out_ends_this_session_on_every_instance_and_no_other()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var (mine, other) = (await one.BeginAsync(), await one.BeginAsync());

        Assert.Equal(204, (await one.SendAsync(HttpMethod.Delete, "/session", mine.Authorization)).Status);
        await ShouldComeToAsync(two, mine.Authorization, 401);
        foreach (var app in new[] { one, two })
        {
            Assert.Equal((401, "revoked"), await AskAsync(app, mine.Authorization));
            Assert.Equal("revoked", (await app.TryRefreshAsync(mine.RefreshToken)).Reason);
            Assert.Equal((200, null), await AskAsync(app, other.Authorization));
            Assert.Equal((200, null), await AskAsync(app, Vk.Header(Vk.Good())));
        }
    }

    [Theory]
    [InlineData("/session")]
    [InlineData("/session/all")]
    public async Task Log_out_where_the_clock_is_behind_ends_the_session_that_began_where_it_is_not(string path)
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        two.Advance(TimeSpan.FromSeconds(-50));
        var session = await one.BeginAsync();

        Assert.Equal("204 ", await EndAsync(two, session.Authorization, path));
        Assert.Equal((401, "revoked"), await AskAsync(two, session.Authorization));
        await ShouldComeToAsync(one, session.Authorization, 401);
        Assert.Equal("revoked", (await one.TryRefreshAsync(session.RefreshToken)).Reason);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Log_out_everywhere_ends_all_of_the_user_and_leaves_the_others(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var sessions = new[] { await one.BeginAsync(platform), await two.BeginAsync(platform) };
        var other = await one.BeginAsync(platform, userId: 43);

        Assert.Equal(204, (await one.SendAsync(HttpMethod.Delete, "/session/all", sessions[0].Authorization)).Status);
        await ShouldComeToAsync(two, sessions[0].Authorization, 401);
        foreach (var app in new[] { one, two })
        {
            Assert.All(sessions, session => Assert.Equal((401, "revoked"), AskAsync(app, session.Authorization).GetAwaiter().GetResult()));
            Assert.Equal((401, "revoked"), await AskAsync(app, platform.Header(platform.Good())));
            Assert.Equal((200, null), await AskAsync(app, other.Authorization));
        }
    }

    [Fact]
    public async Task Launch_logs_out_everywhere_as_well()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();

        Assert.Equal(204, (await app.SendAsync(HttpMethod.Delete, "/session/all", Vk.Header(Vk.Good()))).Status);
        Assert.Equal((401, "revoked"), await AskAsync(app, session.Authorization));
    }

    [Fact]
    public async Task Refresh_token_that_is_used_again_ends_the_session_of_both_who_have_it()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var session = await one.BeginAsync();
        var thief = await two.RefreshAsync(session);
        one.Advance(TimeSpan.FromSeconds(31));
        two.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("replayed", (await one.TryRefreshAsync(session.RefreshToken)).Reason);
        await ShouldComeToAsync(two, thief.Authorization, 401);
        foreach (var app in new[] { one, two })
        {
            Assert.Equal((401, "revoked"), await AskAsync(app, thief.Authorization));
            Assert.Equal("revoked", (await app.TryRefreshAsync(thief.RefreshToken)).Reason);
            Assert.Equal("revoked", (await app.TryRefreshAsync(session.RefreshToken)).Reason);
        }
    }

    [Fact]
    public async Task Refresh_token_that_is_used_again_ends_the_session_also_where_the_thief_has_gone()
    {
        var ledger = new StoreLedger(_ledger);
        await using var app = await StartAsync(builder => builder.Services.AddSingleton<ILaunchLedger>(ledger));
        var session = await app.BeginAsync();
        var next = await app.RefreshAsync(session);
        app.Advance(TimeSpan.FromSeconds(31));

        using var thief = new CancellationTokenSource();
        ledger.Meanwhile = thief.Cancel;
        await app.App.GetAsync("/session/refresh", context =>
        {
            context.Request.Method = HttpMethods.Post;
            context.Request.ContentType = "application/json";
            context.Request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { refreshToken = session.RefreshToken }));
            context.RequestAborted = thief.Token;
        });

        Assert.True(thief.IsCancellationRequested);
        Assert.Equal((401, "revoked"), await AskAsync(app, next.Authorization));
    }

    [Fact]
    public async Task Banned_user_gets_no_session_no_refresh_and_no_way_in_until_the_ban_ends()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        var revocations = app.Services.GetRequiredService<MiniAppRevocations>();
        await revocations.BlockAsync(MiniAppSubject.VkUser(42), until: null);

        Assert.Equal((401, "banned"), await AskAsync(app, session.Authorization));
        Assert.Equal("banned", (await app.TryRefreshAsync(session.RefreshToken)).Reason);
        Assert.Equal("banned", (await app.TryBeginAsync(Vk.Header(Vk.Good()))).Reason);
        Assert.DoesNotContain("RefreshTokenReused", app.Said);

        await revocations.UnblockAsync(MiniAppSubject.VkUser(42));
        Assert.Equal((200, null), await AskAsync(app, session.Authorization));
        await app.RefreshAsync(session);
    }

    [Theory]
    [InlineData("vk:app:6736218")]
    [InlineData("vk")]
    [InlineData("*")]
    public async Task Revocation_of_an_app_a_platform_and_everybody_ends_sessions(string text)
    {
        Assert.True(MiniAppSubject.TryParse(text, out var subject));
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        await app.Services.GetRequiredService<MiniAppRevocations>().RevokeAsync(subject);

        Assert.Equal((401, "revoked"), await AskAsync(app, session.Authorization));
    }

    [Fact]
    public async Task Store_that_is_away_makes_log_out_503_and_sessions_go_on()
    {
        await using var app = await StartAsync();
        var (session, other) = (await app.BeginAsync(), await app.BeginAsync());
        _store.Fault = new MiniAppStoreUnavailableException("away");

        var reply = await app.SendAsync(HttpMethod.Delete, "/session", session.Authorization);
        Assert.Equal((503, "2", true), (reply.Status, reply.Headers.RetryAfter?.ToString(), reply.IsKeptFromCaches));
        Assert.Equal(["SessionNotEnded"], app.Said);
        Assert.Equal((200, null), await AskAsync(app, other.Authorization));
        Assert.Equal(503, (await app.SendAsync(HttpMethod.Delete, "/session/all", other.Authorization)).Status);
    }

    [Fact]
    public async Task Log_out_that_was_503_is_so_until_it_is_saved_and_then_204_as_often_as_it_is_asked_for()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var (session, cookie) = (await one.BeginAsync(), (await one.TryBeginAsync(Vk.Header(Vk.Good()), "/session/cookie")).Cookie);
        _store.Fault = new MiniAppStoreUnavailableException("away");

        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(("503 2", "503 2"), (await EndAsync(one, session.Authorization), await EndAsync(one, null, "/session", cookie, FromOurPage)));
            Assert.Equal((401, "revoked"), await AskAsync(one, session.Authorization));
            Assert.Equal("revoked", (await one.TryRefreshAsync(session.RefreshToken)).Reason);
            Assert.Equal(401, (await one.GetAsync("/by-session", null, cookie, FromOurPage)).Status);
            Assert.Equal((200, null), await AskAsync(two, session.Authorization));
        }

        _store.Fault = null;
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(("204 ", "204 "), (await EndAsync(one, session.Authorization), await EndAsync(one, null, "/session", cookie, FromOurPage)));
            Assert.Equal(2, _store.Revoked.Count);
            await ShouldComeToAsync(two, session.Authorization, 401);
            Assert.Equal("204 ", await EndAsync(two, session.Authorization));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Log_out_everywhere_that_was_503_is_so_until_it_is_saved_and_then_revoked(bool withLaunch)
    {
        // What cannot be read gives nobody back what it lacks, which a tick may do at any time.
        var parted = new PartedStore(_store);
        await using var one = await StartAsync(builder => builder.Services.AddSingleton<IRevocationStore>(parted));
        await using var two = await StartAsync();
        var session = await one.BeginAsync();
        var credentials = withLaunch ? Vk.Header(Vk.Good()) : session.Authorization;
        (parted.CanRead, parted.CanWrite) = (false, false);

        for (var time = 0; time < 3; time++)
        {
            Assert.Equal("503 2", await EndAsync(one, credentials, "/session/all"));
            Assert.Equal((401, "revoked"), await AskAsync(one, credentials));
        }

        parted.CanWrite = true;
        Assert.Equal("503 2", await EndAsync(one, credentials, "/session/all"));
        Assert.Empty(_store.Revoked);
        parted.CanRead = true;
        one.Advance(TimeSpan.FromSeconds(1));
        await ShouldComeToAsync(async () => await EndAsync(one, credentials, "/session/all") == "401 ");
        Assert.Equal([MiniAppSubject.VkUser(42)], _store.Revoked.Keys);
        await ShouldComeToAsync(two, credentials, 401);
        Assert.Equal("revoked", (await one.SendAsync(HttpMethod.Delete, "/session/all", credentials)).Reason);
    }

    [Fact]
    public async Task Log_out_everywhere_is_503_to_who_repeats_it_while_the_store_has_not_answered()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        _store.IsHanging = true;
        var first = app.SendAsync(HttpMethod.Delete, "/session/all", session.Authorization);
        await ShouldComeToAsync(app, session.Authorization, 401);

        Assert.Equal("503 2", await EndAsync(app, session.Authorization, "/session/all"));
        app.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(503, (await first).Status);
    }

    [Fact]
    public async Task Session_that_was_ended_logs_its_user_out_nowhere_else()
    {
        await using var app = await StartAsync();
        var (mine, other) = (await app.BeginAsync(), await app.BeginAsync());
        Assert.Equal("204 ", await EndAsync(app, mine.Authorization));

        Assert.Equal("401 ", await EndAsync(app, mine.Authorization, "/session/all"));
        Assert.Equal("401 ", await EndAsync(app, Vk.Header(Vk.Good())));
        Assert.Equal((200, null), await AskAsync(app, other.Authorization));
        Assert.Equal([MiniAppSubjectKind.Session], _store.Revoked.Keys.Select(subject => subject.Kind));
    }

    [Fact]
    public async Task Banned_user_ends_a_session_and_not_all_of_them()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        await app.Services.GetRequiredService<MiniAppRevocations>().BlockAsync(MiniAppSubject.VkUser(42), until: null);

        Assert.Equal("401 ", await EndAsync(app, session.Authorization, "/session/all"));
        Assert.Equal("204 ", await EndAsync(app, session.Authorization));
        Assert.Equal((401, "banned"), await AskAsync(app, session.Authorization));
        await app.Services.GetRequiredService<MiniAppRevocations>().UnblockAsync(MiniAppSubject.VkUser(42));
        Assert.Equal((401, "revoked"), await AskAsync(app, session.Authorization));
    }

    [Fact]
    public async Task Token_that_has_expired_or_is_nobodys_ends_nothing()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        Assert.Equal("401 ", await EndAsync(app, "Bearer " + session.RefreshToken));
        app.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("401 ", await EndAsync(app, session.Authorization));
        Assert.Empty(_store.Revoked);
    }

    [Theory]
    [InlineData("/session")]
    [InlineData("/session/all")]
    public async Task Log_out_is_told_to_all_instances_also_where_the_page_has_gone(string path)
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        await app.App.GetAsync(path, context =>
        {
            context.Request.Method = HttpMethods.Delete;
            context.Request.Headers.Authorization = session.Authorization;
            context.RequestAborted = new CancellationToken(canceled: true);
        });

        Assert.Single(_store.Revoked);
    }

    [Fact]
    public async Task Reuse_that_can_not_be_told_to_other_instances_is_503_and_ends_the_session_here()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        var next = await app.RefreshAsync(session);
        app.Advance(TimeSpan.FromSeconds(31));
        _store.Fault = new MiniAppStoreUnavailableException("away");

        Assert.Equal(503, (await app.TryRefreshAsync(session.RefreshToken)).Status);
        Assert.Equal(["RefreshTokenReused", "SessionNotEnded", "SessionRefused"], app.Said);
        Assert.Equal((401, "revoked"), await AskAsync(app, next.Authorization));
    }

    [Fact]
    public async Task Instance_that_has_read_no_revocations_yet_takes_no_session()
    {
        await using var one = await StartAsync();
        var session = await one.BeginAsync();
        _store.Fault = new MiniAppStoreUnavailableException("away");
        await using var cold = await StartAsync();

        var reply = await cold.GetAsync("/who", session.Authorization);
        Assert.Equal((503, "2", null), (reply.Status, reply.Headers.RetryAfter?.ToString(), reply.Challenge));
        Assert.Equal(503, (await cold.TryRefreshAsync(session.RefreshToken)).Status);
        Assert.Equal(503, (await cold.GetAsync("/by-session", session.Authorization)).Status);
    }

    [Fact]
    public async Task Exchange_is_bound_to_what_the_page_sends_with_the_first_one()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var launch = Vk.Header(Vk.Good());

        Assert.Equal(200, (await one.TryBeginAsync(launch)).Status);
        Assert.Equal(200, (await two.TryBeginAsync(launch)).Status);
        var (thief, none, odd) = (
            await two.TryBeginAsync(launch, binding: "binding-of-a-thief-0"),
            await two.TryBeginAsync(launch, binding: null),
            await two.TryBeginAsync(launch, binding: "short"));
        Assert.Equal((401, "replayed", true), (thief.Status, thief.Reason, thief.IsKeptFromCaches));
        Assert.Equal((400, 400), (none.Status, odd.Status));
        Assert.Equal("application/problem+json", none.ContentHeaders.ContentType?.MediaType);
        Assert.Equal(401, (await one.TryBeginAsync(launch, "/session/cookie", binding: "binding-of-a-thief-0")).Status);
    }

    [Fact]
    public async Task Ledger_that_is_away_begins_no_session_unless_the_application_accepts_that()
    {
        await using var refusing = await StartAsync();
        await using var accepting = await StartAsync(builder =>
            builder.Services.Configure<LaunchLedgerOptions>(options => options.OnUnavailable = LedgerUnavailableBehavior.Accept));
        var session = await refusing.BeginAsync();
        _ledger.IsAway = true;

        var reply = await refusing.TryBeginAsync(Vk.Header(Vk.Good()));
        Assert.Equal((503, "2", true), (reply.Status, reply.Headers.RetryAfter?.ToString(), reply.IsKeptFromCaches));
        Assert.Equal(503, (await refusing.TryRefreshAsync(session.RefreshToken)).Status);
        Assert.Equal(200, (await accepting.TryBeginAsync(Vk.Header(Vk.Good()))).Status);
        Assert.Equal(200, (await accepting.TryRefreshAsync(session.RefreshToken)).Status);
        Assert.Equal(["RefreshTokenUnknown"], accepting.Said);
    }

    [Fact]
    public async Task Two_exchanges_in_one_moment_make_two_sessions_of_their_own()
    {
        await using var app = await StartAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.TryBeginAsync(Vk.Header(Vk.Good()))));
        var sessions = replies.Select(reply => reply.ReadTokens()).ToArray();

        Assert.Equal(204, (await app.SendAsync(HttpMethod.Delete, "/session", sessions[0].Authorization)).Status);
        Assert.Equal(401, (await AskAsync(app, sessions[0].Authorization)).Status);
        Assert.All(sessions[1..], session => Assert.Equal(200, AskAsync(app, session.Authorization).GetAwaiter().GetResult().Status));
    }

    [Fact]
    public async Task Unused_launch_is_not_what_a_session_has()
    {
        await using var app = await StartAsync(map: app => app.MapPost("/pay", () => "paid").RequireAuthorization().RequireUnusedLaunch());
        var session = await app.BeginAsync();
        var reply = await app.SendAsync(HttpMethod.Post, "/pay", session.Authorization, null, ("Launch-Binding", SessionApp.Binding));

        Assert.Equal((401, "stale"), (reply.Status, reply.Reason));
        Assert.Equal(200, (await app.TryBeginAsync(Vk.Header(Vk.Good()), "/pay")).Status);
    }

    private static async Task<(int Status, string? Reason)> AskAsync(SessionApp app, string authorization)
    {
        var reply = await app.GetAsync("/who", authorization);
        return (reply.Status, reply.Reason);
    }

    /// <summary>The status of a log-out, and after how many seconds to repeat it.</summary>
    private static async Task<string> EndAsync(
        SessionApp app, string? authorization, string path = "/session", params (string Name, string Value)[] headers)
    {
        var reply = await app.SendAsync(HttpMethod.Delete, path, authorization, body: null, headers);
        return $"{reply.Status} {reply.Headers.RetryAfter}";
    }

    private static Task ShouldComeToAsync(SessionApp app, string authorization, int status) =>
        ShouldComeToAsync(async () => (await AskAsync(app, authorization)).Status == status);

    private static async Task ShouldComeToAsync(Func<Task<bool>> condition)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !await condition();)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience.Limit, "It did not come to that.");
        }
    }

    private Task<SessionApp> StartAsync(Action<WebApplicationBuilder>? build = null, Action<WebApplication>? map = null) => SessionApp.StartAsync(
        options => options.UseCookie = true,
        builder =>
        {
            builder.Services.AddSingleton<IDataProtectionProvider>(_keys);
            builder.Services.AddSingleton<ILaunchLedger>(_ledger);
            builder.Services.AddSingleton<IRevocationStore>(_store);
            build?.Invoke(builder);
        },
        map);
}
