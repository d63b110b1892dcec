using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>
/// Who came with a session where a recent launch is demanded by something else than the policy of the endpoint: a filter of MVC, or the code
/// behind the endpoint. Then nothing but the default scheme is asked.
/// </summary>
public sealed class StepUpBySessionTests
{
    private const string Words = "error=\"insufficient_user_authentication\", error_description=\"A more recent launch is required\", reason=\"stale\"";

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Session_is_asked_for_a_launch_of_its_own_platform(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);
        var session = await app.BeginAsync(platform);

        foreach (var path in new[] { "/step-up/by-filter", "/by-code", "/by-code/of-any-platform" })
        {
            var reply = await app.GetAsync(path, session.Authorization);
            Assert.Equal((401, $"{platform.AuthScheme} {Words}, max_age=\"300\""), (reply.Status, reply.Challenge));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Session_that_lacks_something_else_or_whose_own_scheme_was_named_is_forbidden(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);
        var session = await app.BeginAsync(platform);

        Assert.Equal((403, null), await AnswerAsync("/by-code/staff"));
        Assert.Equal((403, null), await AnswerAsync("/by-code/session-alone"));
        Assert.Equal((200, null), await AnswerAsync("/who"));

        async Task<(int Status, string? Challenge)> AnswerAsync(string path) =>
            await app.GetAsync(path, session.Authorization) is var reply ? (reply.Status, reply.Challenge) : default;
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Session_that_has_expired_is_told_so(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);
        var session = await app.BeginAsync(platform);
        app.Advance(TimeSpan.FromMinutes(15));

        foreach (var path in new[] { "/step-up/by-filter", "/by-policy" })
        {
            var reply = await app.GetAsync(path, session.Authorization);
            Assert.Equal((401, "expired"), (reply.Status, reply.Reason));
        }
    }

    private static Task<SessionApp> StartAsync(PlatformScheme platform)
    {
        var within = new LaunchRequirements(platform.Issuer).LaunchWithin(platform.TimeClaim, TimeSpan.FromSeconds(300));
        return SessionApp.StartAsync(
            build: builder => builder.Services
                .AddControllers(options => options.Filters.Add(new AuthorizeFilter(new AuthorizationPolicyBuilder().AddRequirements(within).Build())))
                .AddApplicationPart(typeof(StepUpBySessionTests).Assembly),
            map: app =>
            {
                app.MapControllers();
                app.MapGet("/by-policy", () => "paid").RequireAuthorization(new AuthorizationPolicyBuilder().AddRequirements(within).Build());
                MapCode(app, "/by-code", policy => policy.AddRequirements(within));
                MapCode(app, "/by-code/of-any-platform", policy => policy.RequireMiniAppLaunchWithin(TimeSpan.FromSeconds(300)));
                MapCode(app, "/by-code/staff", policy => policy.AddRequirements(within).RequireClaim("staff"));
                MapCode(app, "/by-code/session-alone", policy => policy.AddRequirements(within), MiniAppSessionDefaults.AuthenticationScheme);
            });
    }

    private static void MapCode(WebApplication app, string path, Action<AuthorizationPolicyBuilder> demand, string? scheme = null)
    {
        var policy = new AuthorizationPolicyBuilder();
        demand(policy);
        var built = policy.Build();
        app.MapGet(path, async (HttpContext context, ClaimsPrincipal user, IAuthorizationService authorization) =>
        {
            Assert.False((await authorization.AuthorizeAsync(user, context, built)).Succeeded);
            await (scheme is null ? context.ForbidAsync() : context.ForbidAsync(scheme));
        }).RequireAuthorization();
    }
}

[Route("step-up")]
public sealed class StepUpController : ControllerBase
{
    [HttpGet("by-filter")]
    public string Pay() => "paid";
}
