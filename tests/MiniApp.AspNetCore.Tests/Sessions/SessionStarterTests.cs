using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What a launch has to be for a session to begin.</summary>
public class SessionStarterTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Bad_launch_begins_none_and_is_challenged_by_its_own_scheme(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await SessionApp.StartAsync();

        foreach (var launch in new[] { platform.Forged(), platform.NoUser(), platform.NotYetValid() })
        {
            var reply = await app.TryBeginAsync(platform.Header(launch));
            Assert.Equal((401, $"{platform.AuthScheme} error=\"invalid_token\""), (reply.Status, reply.Challenge));
        }

        Assert.Equal((401, "expired"), (await app.TryBeginAsync(platform.Header(platform.Expired()))) is var expired ? (expired.Status, expired.Reason) : default);
    }

    [Fact]
    public async Task Session_is_exchanged_for_no_session()
    {
        await using var app = await SessionApp.StartAsync(options => options.UseCookie = true);
        var session = await app.BeginAsync();

        foreach (var path in new[] { "/session", "/session/cookie" })
        {
            foreach (var token in new[] { session.AccessToken, session.RefreshToken })
            {
                var reply = await app.TryBeginAsync("Bearer " + token, path);
                Assert.Equal(
                    (401, """Bearer error="insufficient_user_authentication", error_description="A launch is required: no session or other sign-in will do", reason="stale" """.Trim()),
                    (reply.Status, reply.Challenge));
            }
        }
    }

    [Fact]
    public async Task Launch_that_is_older_than_a_session_may_become_begins_none()
    {
        var telegram = PlatformScheme.Of("TelegramMiniApp");
        await using var app = await SessionApp.StartAsync(options => options.MaxLifetime = TimeSpan.FromHours(1));
        app.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await app.BeginAsync(telegram)).ExpiresIn);

        app.Advance(TimeSpan.FromSeconds(1));
        var reply = await app.TryBeginAsync(telegram.Header(telegram.Good()));
        Assert.Equal(
            (401, """Bearer error="invalid_token", error_description="The session has ended", reason="expired" """.Trim(), true),
            (reply.Status, reply.Challenge, reply.IsKeptFromCaches));
        Assert.Equal(["SessionNotStarted"], app.Said);
    }

    [Fact]
    public async Task Application_adds_claims_that_all_tokens_of_the_session_have()
    {
        await using var app = await SessionApp.StartAsync(
            options => options.Events.OnStarting = context =>
            {
                Assert.Equal(context.Launch.Subject, context.Session.User);
                Assert.Equal(context.Launch, context.HttpContext.User.GetLaunch());
                Assert.Equal(("MiniAppSession", 15.0), (context.Scheme.Name, context.Options.AccessTokenLifetime.TotalMinutes));
                context.Identity.AddClaim(new Claim("tier", "gold"));
                context.Identity.AddClaim(new Claim(ClaimTypes.Role, "tester"));
                return Task.CompletedTask;
            },
            map: app => app.MapGet("/tester", () => "in").RequireAuthorization(policy => policy.RequireRole("tester").RequireClaim("tier", "gold")));
        var session = await app.BeginAsync();

        Assert.Equal(200, (await app.GetAsync("/tester", session.Authorization)).Status);
        Assert.Equal(200, (await app.GetAsync("/tester", (await app.RefreshAsync(session)).Authorization)).Status);
    }

    [Fact]
    public async Task Application_refuses_with_a_reason_for_the_page()
    {
        await using var app = await SessionApp.StartAsync(options => options.Events.OnStarting = context =>
        {
            context.Refuse();
            return Task.CompletedTask;
        });
        var vk = PlatformScheme.All[0];
        var reply = await app.TryBeginAsync(vk.Header(vk.Good()));

        Assert.Equal((401, "Bearer error=\"invalid_token\", reason=\"banned\"", true), (reply.Status, reply.Challenge, reply.IsKeptFromCaches));
        Assert.Equal(["SessionDeclined"], app.Said);
    }

    [Fact]
    public async Task Events_may_be_a_service_of_the_applications()
    {
        await using var app = await SessionApp.StartAsync(
            options => options.EventsType = typeof(OwnEvents), builder => builder.Services.AddScoped<OwnEvents>());
        var session = await app.BeginAsync();
        var reply = await app.TryRefreshAsync(session.RefreshToken);

        Assert.Equal((401, "own"), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task Reason_that_is_empty_is_a_fault_of_the_application()
    {
        var fault = (ArgumentException?)null;
        await using var app = await SessionApp.StartAsync(options => options.Events.OnStarting = context =>
        {
            fault = Assert.Throws<ArgumentException>(() => context.Refuse(""));
            return Task.CompletedTask;
        });
        await app.BeginAsync();

        Assert.Equal("reason", fault?.ParamName);
    }

    [Fact]
    public async Task User_who_was_signed_in_by_another_scheme_begins_none()
    {
        await using var app = await SessionApp.StartAsync(build: builder => builder.Services.Configure<AuthenticationOptions>(_ => { }), map: app =>
        {
            app.Use((context, next) =>
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "1")], "other"));
                return next();
            });
            app.MapMiniAppSessions("/open-session").AllowAnonymous();
        });

        Assert.Equal((401, "Bearer"), (await app.TryBeginAsync(null, "/open-session")) is var reply ? (reply.Status, reply.Challenge) : default);
    }

    [Fact]
    public async Task Launch_that_names_no_user_is_a_good_one_and_begins_none()
    {
        await using var app = await SessionApp.StartAsync(build: builder => builder.Services.AddAuthentication()
            .AddMiniApp<ShopMiniAppOptions, GuestHandler, OtherLaunch>("Guests", displayName: null, options =>
            {
                options.Secrets = ["secret-of-the-shop"];
                options.TokenRetriever = request => request.Headers.Authorization == "Guest" ? "guest" : null;
            }));

        Assert.Equal((200, " by launch"), (await app.GetAsync("/by-launch", "Guest")) is var guest ? (guest.Status, guest.Body) : default);
        var reply = await app.TryBeginAsync("Guest");
        Assert.Equal(
            (403, """{"title":"Forbidden","status":403,"detail":"The launch names no user."}""", true),
            (reply.Status, reply.Body, reply.IsKeptFromCaches));
    }

    /// <summary>The scheme of a platform that lets guests in.</summary>
    private sealed class GuestHandler(IOptionsMonitor<ShopMiniAppOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : MiniAppHandler<ShopMiniAppOptions, OtherLaunch>(options, logger, encoder)
    {
        protected override bool TryVerify(
            ReadOnlySpan<char> token, [NotNullWhen(true)] out OtherLaunch? launch, [NotNullWhen(false)] out MiniAppException? failure)
        {
            (launch, failure) = (new OtherLaunch(), null);
            return true;
        }

        protected override void AddClaims(MiniAppIdentity<OtherLaunch> user)
        {
        }

        protected override LaunchFacts Describe(OtherLaunch launch) => new("shop", Client: null);
    }

    private sealed class OwnEvents : MiniAppSessionEvents
    {
        public override Task Starting(SessionStartingContext context) => Task.CompletedTask;

        public override Task Refreshing(SessionRefreshingContext context)
        {
            context.Refuse("own");
            return Task.CompletedTask;
        }
    }
}
