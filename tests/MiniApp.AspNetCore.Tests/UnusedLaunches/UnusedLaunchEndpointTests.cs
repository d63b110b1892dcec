using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VkMiniApp;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What an endpoint that demands an unused launch answers, and to whom.</summary>
public sealed class UnusedLaunchEndpointTests
{
    private const string Binding = UnusedLaunchApp.Binding;

    private static readonly PlatformScheme Vk = PlatformScheme.Of("VkMiniApp");
    private static readonly PlatformScheme Telegram = PlatformScheme.Of("TelegramMiniApp");

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [InlineData("The header Launch-Binding is missing: send 16 to 128 random characters of A-Z, a-z, 0-9, - and _.")]
    [InlineData("There are several headers Launch-Binding.", Binding, Binding)]
    [InlineData("Launch-Binding is too short or too long: send 16 to 128 characters.", "short")]
    [InlineData("Launch-Binding has a character other than A-Z, a-z, 0-9, - and _.", "<script>alert(1)</script>")]
    public async Task Bad_binding_is_answered_by_400_that_says_what_is_wrong(string detail, params string[] bindings)
    {
        await using var app = await UnusedLaunchApp.StartAsync(Vk);
        var answer = await app.PayAsync(Vk.Good(), bindings);

        Assert.Equal((400, null, "application/problem+json"), (answer.Status, answer.Challenge, answer.ContentType));
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["title"] = "Bad Request", ["status"] = 400, ["detail"] = detail }, JsonNode.Parse(answer.Body)));
        Assert.Equal([("LaunchBindingRefused", LogLevel.Information)], app.Said);
        app.Logs.AssertSilentAbout("<script>", Binding);

        // Nothing was used by that.
        Assert.Equal(200, (await app.PayAsync(Vk.Good(), Binding)).Status);
    }

    [Fact]
    public async Task Problem_is_written_by_the_applications_own_service_where_there_is_one()
    {
        await using var app = await UnusedLaunchApp.StartAsync(Vk, build: builder => builder.Services.AddProblemDetails(
            options => options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["ours"] = true));
        var problem = JsonNode.Parse((await app.PayAsync(Vk.Good())).Body)!;

        Assert.Equal(
            (400, "The header Launch-Binding is missing: send 16 to 128 random characters of A-Z, a-z, 0-9, - and _.", true),
            ((int)problem["status"]!, (string)problem["detail"]!, (bool)problem["ours"]!));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Replay_has_a_body_where_the_scheme_writes_them(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddProblemDetails();
                platform.AddTo(builder.Services.AddAuthentication(), options => options.WriteProblemDetails = true);
            },
            app => app.MapGet("/pay", () => "paid").RequireAuthorization().RequireUnusedLaunch());
        await PayAsync(app, platform, Binding);

        var problem = JsonNode.Parse((await PayAsync(app, platform, "another-binding-of-a-page")).Body)!;
        Assert.Equal(
            (401, "invalid_token", "The launch or refresh token was used before", "replayed"),
            ((int)problem["status"]!, (string)problem["error"]!, (string)problem["detail"]!, (string)problem["reason"]!));
    }

    [Fact]
    public async Task Event_of_the_challenge_is_told_the_failure()
    {
        var seen = new List<(Exception?, string?)>();
        await using var app = await TestApp.StartWithAsync(
            builder => Vk.AddTo(builder.Services.AddAuthentication(), options => options.Events.OnChallenge = context =>
            {
                seen.Add((context.AuthenticateFailure, context.Reason));
                return Task.CompletedTask;
            }),
            app => app.MapGet("/pay", () => "paid").RequireAuthorization().RequireUnusedLaunch());
        await PayAsync(app, Vk, Binding);
        await PayAsync(app, Vk, "another-binding-of-a-page");

        var (failure, reason) = Assert.Single(seen);
        Assert.Equal((LaunchStateFailure.Replayed, "replayed"), (Assert.IsType<MiniAppReplayedException>(failure).Failure, reason));
    }

    [Fact]
    public async Task Client_that_leaves_has_no_used_launch_pass_as_one_of_which_nobody_can_tell()
    {
        var (paid, ledger) = (0, new StoreLedger(new DictionaryLedger()));
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.Configure<LaunchLedgerOptions>(options => options.OnUnavailable = LedgerUnavailableBehavior.Accept);
                builder.Services.AddSingleton<ILaunchLedger>(ledger);
                Vk.AddTo(builder.Services.AddAuthentication());
            },
            app => app.MapGet("/pay", () => ++paid).RequireAuthorization().RequireUnusedLaunch());
        await PayAsync(app, Vk, Binding);

        using var client = new CancellationTokenSource();
        ledger.Meanwhile = client.Cancel;
        await app.GetAsync("/pay", context =>
        {
            context.Request.Headers.Authorization = Vk.Header(Vk.Good());
            context.Request.Headers["Launch-Binding"] = "another-binding-of-a-page";
            context.RequestAborted = client.Token;
        });

        Assert.Equal((1, true), (paid, client.IsCancellationRequested));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Who_has_no_launch_is_asked_for_one(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await UnusedLaunchApp.StartAsync(
            platform, map: app => app.MapGet("/tip", () => "thanks").RequireUnusedLaunch());

        foreach (var path in new[] { "/pay", "/tip" })
        {
            Assert.Equal((401, platform.AuthScheme), StatusOf(await app.AskAsync(path, null, Binding)));
            Assert.Equal((401, $"{platform.AuthScheme} error=\"invalid_token\""), StatusOf(await app.AskAsync(path, platform.Forged(), Binding)));
            Assert.Equal(
                (401, $"{platform.AuthScheme} error=\"invalid_token\", error_description=\"{platform.ExpiredText}\", reason=\"expired\""),
                StatusOf(await app.AskAsync(path, platform.Expired(), Binding)));
        }

        Assert.Equal((200, null), StatusOf(await app.AskAsync("/tip", platform.Good(), Binding)));
        Assert.Equal((401, "replayed"), ReasonOf(await app.AskAsync("/tip", platform.Good(), "another-binding-of-a-page")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Session_is_asked_for_a_launch(bool isOfTelegram)
    {
        await using var app = await StartWithCookiesAsync(app => app.MapGet("/pay", () => "paid").RequireAuthorization().RequireUnusedLaunch());

        var reply = await app.GetAsync("/pay", context => context.Request.Headers.Cookie = CookieOf(app, isOfTelegram ? "Telegram" : "Nobody"));
        Assert.Equal(401, reply.Status);
        Assert.Equal(
            [(isOfTelegram ? "tma" : "Bearer") + " error=\"insufficient_user_authentication\", "
            + "error_description=\"A launch is required: no session or other sign-in will do\", reason=\"stale\""],
            reply.Challenges);
    }

    [Fact]
    public async Task Launch_is_found_where_nobody_has_named_its_scheme()
    {
        await using var app = await StartWithCookiesAsync(app =>
        {
            app.MapGet("/open-pay", () => "paid").RequireUnusedLaunch();
            app.MapGet("/taken", (VkLaunchParams launch) => $"{launch.UserId}").RequireUnusedLaunch();
            app.MapGet("/named", () => "paid")
                .RequireAuthorization(policy => policy.AddAuthenticationSchemes("TelegramMiniApp").RequireAuthenticatedUser())
                .RequireUnusedLaunch();
        });

        Assert.Equal(["Bearer", "tma"], await Task.WhenAll(ChallengeAsync(app, "/open-pay"), ChallengeAsync(app, "/open-pay", Telegram.Header(Telegram.Forged()))));
        Assert.Equal("tma", await ChallengeAsync(app, "/named"));
        Assert.Equal(200, (await PayAsync(app, Telegram, Binding, "/open-pay")).Status);
        Assert.Equal(401, (await PayAsync(app, Telegram, "another-binding-of-a-page", "/open-pay")).Status);
        Assert.Equal("42", (await PayAsync(app, Vk, Binding, "/taken")).Body);
        Assert.Equal(401, (await PayAsync(app, Vk, "another-binding-of-a-page", "/taken")).Status);
    }

    [Fact]
    public async Task Launches_of_several_platforms_in_one_request_must_all_be_unused()
    {
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                var authentication = builder.Services.AddAuthentication();
                Vk.AddTo(authentication);
                Telegram.AddTo(authentication, options => options.TokenRetriever = TokenRetrieval.FromHeader("X-Launch"));
            },
            app => app.MapGet("/pay", () => "paid").RequireAuthorization(
                policy => policy.AddAuthenticationSchemes("TelegramMiniApp", "VkMiniApp").RequireAuthenticatedUser()).RequireUnusedLaunch());

        Assert.Equal(200, (await PayAsync(app, Vk, Binding)).Status);
        var reply = await app.GetAsync("/pay", context =>
        {
            context.Request.Headers["X-Launch"] = Telegram.Good();
            context.Request.Headers.Authorization = Vk.Header(Vk.Good());
            context.Request.Headers["Launch-Binding"] = "another-binding-of-a-page";
        });
        Assert.Equal(401, reply.Status);
        Assert.StartsWith("Bearer error=\"invalid_token\"", Assert.Single(reply.Challenges), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_forbidden_uses_nothing()
    {
        await using var app = await UnusedLaunchApp.StartAsync(Vk, map: app => app.MapGet("/never", () => "never")
            .RequireAuthorization(policy => policy.RequireClaim("staff")).RequireUnusedLaunch());

        Assert.Equal(403, (await app.AskAsync("/never", Vk.Good(), Binding)).Status);
        Assert.Equal(200, (await app.PayAsync(Vk.Good(), "another-binding-of-a-page")).Status);
    }

    [Fact]
    public async Task Application_without_a_scheme_of_a_mini_app_lets_nobody_in()
    {
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                builder.Services.AddAuthentication().AddCookie("cookie", options => options.Events.OnRedirectToAccessDenied = Forbid);
            },
            app => app.MapGet("/pay", () => "paid").RequireUnusedLaunch());

        Assert.Equal(403, (await app.GetAsync("/pay", context => context.Request.Headers.Cookie = CookieOf(app, "VK"))).Status);
    }

    [Fact]
    public async Task Requirement_is_met_by_the_endpoint_alone()
    {
        await using var app = await UnusedLaunchApp.StartAsync(Vk);
        var authorization = app.Services.GetRequiredService<IAuthorizationService>();
        var user = new ClaimsPrincipal(new ClaimsIdentity("test"));
        var demanding = new Endpoint(null, new EndpointMetadataCollection(new RequireUnusedLaunchAttribute()), "demanding");

        Assert.False((await authorization.AuthorizeAsync(user, demanding, UnusedLaunchRequirement.Instance)).Succeeded);
        Assert.False((await authorization.AuthorizeAsync(user, null, UnusedLaunchRequirement.Instance)).Succeeded);
        Assert.Equal(
            "An endpoint that demands an unused launch needs a scheme of a mini app, which asks for it.", UnusedLaunchRequirement.Instance.ToString());
    }

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = 403;
        return Task.CompletedTask;
    }

    private static Task<TestApp> StartWithCookiesAsync(Action<WebApplication> map) => TestApp.StartWithAsync(
        builder =>
        {
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            var authentication = builder.Services.AddAuthentication("cookie").AddCookie("cookie");
            Vk.AddTo(authentication);
            Telegram.AddTo(authentication);
        },
        map);

    private static string CookieOf(TestApp app, string originalIssuer)
    {
        var options = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<CookieAuthenticationOptions>>().Get("cookie");
        var claim = new Claim(ClaimTypes.NameIdentifier, "7", ClaimValueTypes.String, "session", originalIssuer);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new(new(new ClaimsIdentity([claim], "cookie")), "cookie"))}";
    }

    private static Task<Reply> PayAsync(TestApp app, PlatformScheme platform, string binding, string path = "/pay") => app.GetAsync(path, context =>
    {
        context.Request.Headers.Authorization = platform.Header(platform.Good());
        context.Request.Headers["Launch-Binding"] = binding;
    });

    /// <summary>The auth-scheme of the only challenge.</summary>
    private static async Task<string> ChallengeAsync(TestApp app, string path, params string[] authorization)
    {
        var reply = await app.GetAsync(path, authorization);
        Assert.Equal(401, reply.Status);
        return Assert.Single(reply.Challenges).Split(' ')[0];
    }

    private static (int Status, string? Challenge) StatusOf(UnusedLaunchApp.Answer answer) => (answer.Status, answer.Challenge);

    private static (int Status, string? Reason) ReasonOf(UnusedLaunchApp.Answer answer) => (answer.Status, answer.Challenge?.Split('"')[^2]);
}
