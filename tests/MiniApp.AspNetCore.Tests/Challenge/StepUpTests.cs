using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A launch that is good, but older than an endpoint allows, on every platform: RFC 9470.</summary>
public class StepUpTests
{
    private const string Words = "error=\"insufficient_user_authentication\", error_description=\"A more recent launch is required\", reason=\"stale\"";

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_that_is_not_recent_is_asked_for_a_fresh_one(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);
        app.Clock.Advance(TimeSpan.FromSeconds(301));
        var reply = await app.GetAsync("/payout", platform.Header(platform.Good()));

        Assert.Equal((401, ""), (reply.Status, reply.Body));
        Assert.Equal([$"{platform.AuthScheme} {Words}, max_age=\"300\""], reply.Challenges);
        Assert.Equal(200, (await app.GetAsync("/me", platform.Header(platform.Good()))).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_exactly_as_old_as_allowed_passes(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);
        app.Clock.Advance(TimeSpan.FromSeconds(300));

        Assert.Equal(200, (await app.GetAsync("/payout", platform.Header(platform.Good()))).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Strictest_of_several_ages_is_named(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);
        app.Clock.Advance(TimeSpan.FromSeconds(601));

        Assert.Equal(
            [$"{platform.AuthScheme} {Words}, max_age=\"60\""], (await app.GetAsync("/ages", platform.Header(platform.Good()))).Challenges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task User_who_lacks_something_else_is_forbidden(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);
        app.Clock.Advance(TimeSpan.FromSeconds(301));

        foreach (var path in new[] { "/payout/staff", "/payout/failed" })
        {
            var reply = await app.GetAsync(path, platform.Header(platform.Good()));
            Assert.Equal(403, reply.Status);
            Assert.Empty(reply.Challenges);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Request_without_a_launch_gets_the_plain_challenge(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);

        Assert.Equal([platform.AuthScheme], (await app.GetAsync("/payout")).Challenges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Body_says_it_too(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, options => options.WriteProblemDetails = true);
        app.Clock.Advance(TimeSpan.FromSeconds(301));
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/payout");
        request.Headers.TryAddWithoutValidation("Authorization", platform.Header(platform.Good()));
        using var response = await client.SendAsync(request);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("insufficient_user_authentication", (string?)body["error"]);
        Assert.Equal("A more recent launch is required", (string?)body["detail"]);
        Assert.Equal(("stale", 300), ((string?)body["reason"], (int?)body["max_age"]));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Event_decides_what_the_challenge_says(string name)
    {
        var platform = PlatformScheme.Of(name);
        var seen = new List<(Exception?, string?, string?, TimeSpan?)>();
        await using var app = await StartAsync(platform, options => options.Events.OnChallenge = context =>
        {
            seen.Add((context.AuthenticateFailure, context.Error, context.Reason, context.MaxAge));
            (context.Error, context.ErrorDescription, context.Reason, context.MaxAge) = ("e", null, "r", TimeSpan.FromSeconds(7.9));
            return Task.CompletedTask;
        });
        app.Clock.Advance(TimeSpan.FromSeconds(301));

        Assert.Equal(
            [platform.AuthScheme + " error=\"e\", reason=\"r\", max_age=\"7\""],
            (await app.GetAsync("/payout", platform.Header(platform.Good()))).Challenges);
        Assert.Equal([(null, "insufficient_user_authentication", ChallengeReasons.Stale, TimeSpan.FromMinutes(5))], seen);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Of_several_schemes_only_those_that_take_a_fresh_launch_answer_in_any_order(string name)
    {
        var platform = PlatformScheme.Of(name);
        string[] schemes = [.. PlatformScheme.All.Select(other => other.Name), Backend.Opaque, Backend.Cookie];

        foreach (var order in new[] { schemes, [.. schemes.Reverse()] })
        {
            await using var app = await Backend.StartAsync(map: app => app.MapGet("/payout", () => "paid")
                .RequireAuthorization(policy => policy.AddAuthenticationSchemes(order).AddRequirements(Within(platform, 300))));
            app.Clock.Advance(TimeSpan.FromSeconds(301));

            var reply = await app.GetAsync("/payout", platform.Header(platform.Good()));
            Assert.Equal((401, $"{platform.AuthScheme} {Words}, max_age=\"300\""), (reply.Status, Assert.Single(reply.Challenges)));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Session_without_a_recent_launch_is_asked_for_one_where_the_policy_takes_launches(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await Backend.StartAsync(map: app =>
        {
            app.MapGet("/both", () => "paid").RequireAuthorization(
                policy => policy.AddAuthenticationSchemes(Backend.Cookie, name).AddRequirements(Within(platform, 300)));
            app.MapGet("/session", () => "paid").RequireAuthorization(
                policy => policy.AddAuthenticationSchemes(Backend.Cookie).AddRequirements(Within(platform, 300)));
        });
        var session = Backend.Credentials(app, Backend.Cookie);

        Assert.Equal([$"{platform.AuthScheme} {Words}, max_age=\"300\""], (await app.GetAsync("/both", session)).Challenges);
        Assert.Equal((403, 0), await app.GetAsync("/session", session) is var reply ? (reply.Status, reply.Challenges.Count) : default);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Scheme_that_chooses_between_launches_and_sessions_asks_for_a_launch_whichever_it_chose(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                var authentication = builder.Services.AddAuthentication().AddBearerToken(Backend.Opaque);
                platform.AddTo(authentication);
                authentication.AddPolicyScheme("choice", null, options => options.ForwardDefaultSelector = context =>
                    context.Request.Headers.Authorization.ToString().Contains("CfDJ8", StringComparison.Ordinal) ? Backend.Opaque : name);
            },
            app => app.MapGet("/payout", () => "paid").RequireAuthorization(
                policy => policy.AddAuthenticationSchemes("choice").AddRequirements(Within(platform, 300))));
        string[] expected = [$"{platform.AuthScheme} {Words}, max_age=\"300\""];

        Assert.Equal(expected, (await app.GetAsync("/payout", Backend.Credentials(app, Backend.Opaque))).Challenges);
        app.Clock.Advance(TimeSpan.FromSeconds(301));
        Assert.Equal(expected, (await app.GetAsync("/payout", platform.Header(platform.Good()))).Challenges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Applications_own_result_handler_and_an_endpoint_that_forbids_ask_the_scheme_all_the_same(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(
            platform,
            build: builder => builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, OwnResultHandler>(),
            map: app => app.MapGet("/forbid", async (HttpContext context, IAuthorizationService authorization) =>
            {
                var result = await authorization.AuthorizeAsync(context.User, context, Within(platform, 300));
                await (result.Succeeded ? Task.CompletedTask : context.ForbidAsync());
            }).RequireAuthorization());
        app.Clock.Advance(TimeSpan.FromSeconds(301));
        string[] expected = [$"{platform.AuthScheme} {Words}, max_age=\"300\""];

        Assert.Equal(expected, (await app.GetAsync("/payout", platform.Header(platform.Good()))).Challenges);
        Assert.Equal(expected, (await app.GetAsync("/forbid", platform.Header(platform.Good()))).Challenges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Age_that_an_earlier_authorization_of_the_request_asked_for_is_forgotten(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, map: app => app.MapGet("/later", async (HttpContext context, IAuthorizationService authorization) =>
        {
            Assert.False((await authorization.AuthorizeAsync(context.User, context, Within(platform, 300))).Succeeded);
            Assert.Single(context.GetUnmetRequirements());
            Assert.False((await authorization.AuthorizeAsync(
                context.User, context, new AuthorizationPolicyBuilder().RequireClaim("staff").Build())).Succeeded);
            Assert.Empty(context.GetUnmetRequirements());
            await context.ForbidAsync();
        }).RequireAuthorization());
        app.Clock.Advance(TimeSpan.FromSeconds(301));

        Assert.Equal(403, (await app.GetAsync("/later", platform.Header(platform.Good()))).Status);
    }

    private static IAuthorizationRequirement Within(PlatformScheme platform, int seconds) =>
        new LaunchRequirements(platform.Issuer).LaunchWithin(platform.TimeClaim, TimeSpan.FromSeconds(seconds));

    private static Task<TestApp> StartAsync(
        PlatformScheme platform,
        Action<MiniAppOptions>? configure = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? map = null) => TestApp.StartWithAsync(
        builder =>
        {
            builder.Services.AddProblemDetails();
            platform.AddTo(builder.Services.AddAuthentication(), configure);
            build?.Invoke(builder);
        },
        app =>
        {
            app.MapGet("/payout", () => "paid").RequireAuthorization(policy => policy.AddRequirements(Within(platform, 300)));
            app.MapGet("/ages", () => "paid").RequireAuthorization(
                policy => policy.AddRequirements(Within(platform, 600), Within(platform, 60)));
            app.MapGet("/payout/staff", () => "paid").RequireAuthorization(
                policy => policy.RequireClaim("staff").AddRequirements(Within(platform, 300)));
            app.MapGet("/payout/failed", () => "paid").RequireAuthorization(policy => policy
                .RequireAssertion(context =>
                {
                    context.Fail();
                    return true;
                })
                .AddRequirements(Within(platform, 300)));
            map?.Invoke(app);
        });

    private sealed class OwnResultHandler : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
            new AuthorizationMiddlewareResultHandler().HandleAsync(next, context, policy, authorizeResult);
    }
}
