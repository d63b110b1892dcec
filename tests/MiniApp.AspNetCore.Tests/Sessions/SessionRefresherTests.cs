using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Refresh tokens are used once and a little longer, and put no end off.</summary>
public class SessionRefresherTests
{
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(30);

    private readonly DictionaryLedger _ledger = new();

    public static TheoryData<string?> Garbage => [" ", "x", "CfDJ8", "%00", "\u0000", "токен", "CfDJ8" + new string('A', 200), new string('A', 20_000)];

    [Fact]
    public async Task Tabs_that_refresh_at_once_all_go_on()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.TryRefreshAsync(session.RefreshToken)));

        Assert.Equal(8, replies.Select(reply => reply.ReadTokens().RefreshToken).Distinct().Count());
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public async Task Second_use_within_the_leeway_goes_on_also_where_clocks_differ(int seconds)
    {
        await using var app = await StartAsync();
        app.Advance(Leeway);
        var session = await app.BeginAsync();
        await app.RefreshAsync(session);

        app.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(200, (await app.TryRefreshAsync(session.RefreshToken)).Status);
        Assert.DoesNotContain("RefreshTokenReused", app.Said);
    }

    [Theory]
    [InlineData(31, LedgerUnavailableBehavior.Refuse)]
    [InlineData(-31, LedgerUnavailableBehavior.Refuse)]
    [InlineData(31, LedgerUnavailableBehavior.Accept)]
    public async Task Second_use_after_the_leeway_is_refused_as_replayed(int seconds, LedgerUnavailableBehavior onUnavailable)
    {
        await using var app = await StartAsync(build: services => services.Configure<LaunchLedgerOptions>(options => options.OnUnavailable = onUnavailable));
        app.Advance(Leeway + Leeway);
        var session = await app.BeginAsync();
        await app.RefreshAsync(session);

        app.Advance(TimeSpan.FromSeconds(seconds));
        var reply = await app.TryRefreshAsync(session.RefreshToken);
        Assert.Equal((401, "replayed", true), (reply.Status, reply.Reason, reply.IsKeptFromCaches));
        Assert.Contains("RefreshTokenReused", app.Said);
    }

    [Fact]
    public async Task No_refresh_puts_the_end_off_and_no_token_outlives_it()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();

        app.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(5));
        session = await app.RefreshAsync(session);
        Assert.Equal(5, session.ExpiresIn);

        app.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(200, (await app.GetAsync("/who", session.Authorization)).Status);
        app.Advance(TimeSpan.FromSeconds(1));
        var (access, refresh) = (await app.GetAsync("/who", session.Authorization), await app.TryRefreshAsync(session.RefreshToken));
        Assert.Equal((401, "expired"), (access.Status, access.Reason));
        Assert.Equal(
            (401, """Bearer error="invalid_token", error_description="The session has ended", reason="expired" """.Trim()),
            (refresh.Status, refresh.Challenge));
    }

    [Fact]
    public async Task Shorter_lifetime_that_is_set_later_counts_for_sessions_that_began_before()
    {
        var longest = TimeSpan.FromHours(24);
        await using var app = await StartAsync(options => options.MaxLifetime = longest);
        var session = await app.BeginAsync();
        app.Advance(TimeSpan.FromMinutes(10));

        app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<MiniAppSessionOptions>>()
            .Get(MiniAppSessionDefaults.AuthenticationScheme).MaxLifetime = TimeSpan.FromMinutes(10);
        Assert.Equal(401, (await app.GetAsync("/who", session.Authorization)).Status);
        Assert.Equal(401, (await app.TryRefreshAsync(session.RefreshToken)).Status);
    }

    [Fact]
    public async Task Longer_lifetime_that_is_set_later_brings_no_session_back_that_has_ended()
    {
        // What was signed out then, and which tokens were used, may be forgotten by now.
        await using var app = await StartAsync(options => options.MaxLifetime = TimeSpan.FromHours(1));
        var options = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<MiniAppSessionOptions>>()
            .Get(MiniAppSessionDefaults.AuthenticationScheme);
        var (ended, lasting) = (await app.BeginAsync(), await app.BeginAsync(PlatformScheme.Of("ShopMiniApp")));
        app.Advance(TimeSpan.FromMinutes(59));

        options.MaxLifetime = TimeSpan.FromHours(3);
        lasting = await app.RefreshAsync(lasting);
        app.Advance(TimeSpan.FromMinutes(1));
        var reply = await app.TryRefreshAsync(ended.RefreshToken);
        Assert.Equal((401, "expired"), (reply.Status, reply.Reason));

        app.Advance(TimeSpan.FromMinutes(119));
        await app.RefreshAsync(lasting);
        app.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("expired", (await app.TryRefreshAsync(lasting.RefreshToken)).Reason);
    }

    [Fact]
    public async Task Lifetime_that_is_shorter_for_a_while_has_no_used_token_forgotten()
    {
        // The one in the process forgets.
        await using var app = await SessionApp.StartAsync(build: builder => builder.Services.AddSingleton<ILaunchLedger>(
            provider => provider.GetRequiredService<InProcessLaunchLedger>()));
        var options = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<MiniAppSessionOptions>>()
            .Get(MiniAppSessionDefaults.AuthenticationScheme);
        var session = await app.BeginAsync();
        options.MaxLifetime = TimeSpan.FromHours(1);
        await app.RefreshAsync(session);

        app.Advance(TimeSpan.FromHours(2));
        Assert.Equal("expired", (await app.TryRefreshAsync(session.RefreshToken)).Reason);
        options.MaxLifetime = TimeSpan.FromHours(24);
        Assert.Equal("replayed", (await app.TryRefreshAsync(session.RefreshToken)).Reason);
        Assert.Contains("RefreshTokenReused", app.Said);
    }

    [Fact]
    public async Task Ledger_that_is_away_makes_it_503_and_nothing_is_lost()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        _ledger.IsAway = true;

        var away = await app.TryRefreshAsync(session.RefreshToken);
        Assert.Equal((503, "2", null, true), (away.Status, away.Headers.RetryAfter?.ToString(), away.Challenge, away.IsKeptFromCaches));
        Assert.Equal(200, (await app.GetAsync("/who", session.Authorization)).Status);

        _ledger.IsAway = false;
        await app.RefreshAsync(session);
    }

    [Fact]
    public async Task Token_from_before_the_ledgers_memory_is_refused_as_expired_however_often()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        var later = await app.RefreshAsync(session);

        _ledger.RemembersSince = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now);
        Assert.Equal(200, (await app.TryRefreshAsync(session.RefreshToken)).Status);
        _ledger.RemembersSince += TimeSpan.FromSeconds(1);
        foreach (var token in new[] { session.RefreshToken, later.RefreshToken, later.RefreshToken })
        {
            Assert.Equal("expired", (await app.TryRefreshAsync(token)).Reason);
        }
    }

    [Fact]
    public async Task Ledger_keeps_a_token_until_its_session_ends_and_knows_nothing_of_the_user()
    {
        await using var app = await StartAsync();
        var keys = new List<Guid>();
        foreach (var session in new[] { await app.BeginAsync(), await app.BeginAsync(PlatformScheme.All[0], userId: 0x0102030405060708) })
        {
            _ledger.Claims.Clear();
            await app.RefreshAsync(session);

            var claim = Assert.Single(_ledger.Claims);
            Assert.True(claim.KeepUntil >= DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now) + TimeSpan.FromHours(24));
            Assert.Equal(PlatformScheme.Now * 1000, claim.Mark);
            keys.Add(claim.Key);
        }

        // A number that was drawn, and nothing that two tokens of one moment have in common.
        Assert.All(keys, key => Assert.Equal(4, key.Version));
        Assert.NotEqual(keys[0], keys[1]);
    }

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Garbage_is_refused_with_a_challenge_and_one_line(string? garbage)
    {
        await using var app = await StartAsync();
        var reply = await app.TryRefreshAsync(garbage);

        Assert.Equal((401, "Bearer error=\"invalid_token\""), (reply.Status, reply.Challenge));
        Assert.Equal(["SessionRefused"], app.Said);
    }

    [Fact]
    public async Task Access_token_is_no_refresh_token_and_the_reverse()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();

        Assert.Equal(401, (await app.TryRefreshAsync(session.AccessToken)).Status);
        var reply = await app.GetAsync("/who", "Bearer " + session.RefreshToken);
        Assert.Equal((401, "Bearer error=\"invalid_token\""), (reply.Status, reply.Challenge));
        Assert.Equal(401, (await app.TryRefreshAsync("neither")).Status);
        Assert.Equal(
            ["Unreadable", "Unreadable", "Malformed"],
            app.Logs.Entries.Where(entry => entry.EventId.Name == "SessionRefused").Select(entry => entry.Message.Split(": ")[1].TrimEnd('.')));
    }

    [Fact]
    public async Task Tokens_are_protected_for_purposes_that_no_release_may_change()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync();
        var keys = app.Services.GetRequiredService<IDataProtectionProvider>();

        foreach (var (purpose, token) in new[] { ("Access", session.AccessToken), ("Refresh", session.RefreshToken) })
        {
            Assert.NotEmpty(keys.CreateProtector("MiniApp.AspNetCore.Sessions", purpose, "v1").Unprotect(Base64UrlTextEncoder.Decode(token)));
        }
    }

    [Fact]
    public async Task Application_may_say_that_the_user_is_not_welcome_any_more()
    {
        var reason = (string?)null;
        await using var app = await StartAsync(options => options.Events.OnRefreshing = context =>
        {
            Assert.Equal(("vk:42", "42"), (context.Session.User.ToString(), context.Identity.FindFirst(ClaimTypes.NameIdentifier)?.Value));
            if (reason is not null)
            {
                context.Refuse(reason);
            }

            return Task.CompletedTask;
        });
        var session = await app.RefreshAsync(await app.BeginAsync());

        reason = ChallengeReasons.Banned;
        var reply = await app.TryRefreshAsync(session.RefreshToken);
        Assert.Equal((401, "Bearer error=\"invalid_token\", reason=\"banned\""), (reply.Status, reply.Challenge));
        Assert.Equal(["SessionDeclined"], app.Said);
    }

    [Fact]
    public async Task Ticket_of_another_version_is_refused()
    {
        await using var app = await StartAsync();
        var formats = app.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>();
        var refresh = new TicketDataFormat(Microsoft.AspNetCore.DataProtection.DataProtectionCommonExtensions.CreateProtector(
            formats, "MiniApp.AspNetCore.Sessions", "Refresh", "v1"));
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity("other")), new AuthenticationProperties(), "other");

        var reply = await app.TryRefreshAsync(refresh.Protect(ticket));
        Assert.Equal((401, "Bearer error=\"invalid_token\""), (reply.Status, reply.Challenge));
    }

    private Task<SessionApp> StartAsync(Action<MiniAppSessionOptions>? configure = null, Action<IServiceCollection>? build = null) =>
        SessionApp.StartAsync(configure, builder =>
        {
            builder.Services.AddSingleton<ILaunchLedger>(_ledger);
            build?.Invoke(builder.Services);
        });
}
