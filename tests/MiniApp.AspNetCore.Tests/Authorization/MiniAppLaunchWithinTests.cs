using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TelegramMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A recent launch, whichever platform signed it: RFC 9470 for back ends of several platforms.</summary>
public sealed class MiniAppLaunchWithinTests
{
    private const string Words =
        "error=\"insufficient_user_authentication\", error_description=\"A more recent launch is required\", reason=\"stale\", max_age=\"300\"";

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_exactly_as_old_as_allowed_passes_and_one_a_second_older_is_asked_for_a_fresh_one(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await SessionApp.StartAsync(map: Map);

        Assert.Equal((200, "paid"), await AskAsync(app, "/payout", platform, ageInSeconds: 300));
        Assert.Equal((401, $"{platform.AuthScheme} {Words}"), await AskAsync(app, "/payout", platform, ageInSeconds: 301));
        Assert.Equal((200, "paid"), await AskAsync(app, "/attribute", platform, ageInSeconds: 300));
        Assert.Equal((401, $"{platform.AuthScheme} {Words}"), await AskAsync(app, "/attribute", platform, ageInSeconds: 301));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Of_the_schemes_that_a_policy_names_the_users_own_asks(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await SessionApp.StartAsync(map: app => app.MapGet("/named", () => "paid").RequireAuthorization(policy => policy
            .AddAuthenticationSchemes([.. PlatformScheme.All.Select(other => other.Name)])
            .RequireMiniAppLaunchWithin(TimeSpan.FromMinutes(5))));

        Assert.Equal((200, "paid"), await AskAsync(app, "/named", platform, ageInSeconds: 300));
        Assert.Equal((401, $"{platform.AuthScheme} {Words}"), await AskAsync(app, "/named", platform, ageInSeconds: 301));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Session_that_has_just_begun_is_asked_for_a_launch_of_its_users_platform(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await SessionApp.StartAsync(map: Map);
        var session = await app.BeginAsync(platform);

        var reply = await app.GetAsync("/payout", "Bearer " + session.AccessToken);

        Assert.Equal((401, $"{platform.AuthScheme} {Words}"), (reply.Status, reply.Challenge));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task User_who_lacks_something_else_is_forbidden(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await SessionApp.StartAsync(map: app => app.MapGet("/staff/payout", () => "paid").RequireAuthorization(
            policy => policy.RequireClaim("staff").RequireMiniAppLaunchWithin(TimeSpan.FromMinutes(5))));

        Assert.Equal((403, ""), await AskAsync(app, "/staff/payout", platform, ageInSeconds: 301));
    }

    [Theory]
    [InlineData("/any")]
    [InlineData("/telegram")]
    public async Task Fresh_launch_of_one_user_does_not_make_the_session_of_another_one_fresh(string path)
    {
        var telegram = PlatformScheme.Of("TelegramMiniApp");
        await using var app = await SessionApp.StartAsync(
            build: builder => builder.Services.PostConfigure<TelegramMiniAppOptions>(telegram.Name, options => options.TokenRetriever =
                TokenRetrieval.FirstOf(TokenRetrieval.FromHeader("X-Launch"), TokenRetrieval.FromAuthorizationHeader("tma"))),
            map: app =>
            {
                app.MapGet("/any", () => "paid").RequireAuthorization(
                    policy => TakeBoth(policy).RequireMiniAppLaunchWithin(TimeSpan.FromMinutes(5)));
                app.MapGet("/telegram", () => "paid").RequireAuthorization(
                    policy => TakeBoth(policy).RequireTelegramLaunchWithin(TimeSpan.FromMinutes(5)));
            });
        var stolen = (await app.BeginAsync(telegram, userId: 42)).Authorization;

        Assert.Equal(200, (await app.GetAsync(path, stolen, ("X-Launch", telegram.Good(42)))).Status);
        Assert.Equal((401, "stale"), await app.GetAsync(path, stolen, ("X-Launch", telegram.Good(7))) is var reply ? (reply.Status, reply.Reason) : default);
        Assert.Equal(200, (await app.GetAsync(path, null, ("X-Launch", telegram.Good(7)))).Status);

        AuthorizationPolicyBuilder TakeBoth(AuthorizationPolicyBuilder policy) =>
            policy.AddAuthenticationSchemes(telegram.Name, MiniAppSessionDefaults.AuthenticationScheme);
    }

    [Fact]
    public async Task Claims_without_a_launch_are_none_whatever_they_say()
    {
        await using var app = await SessionApp.StartAsync();
        var authorization = app.Services.GetRequiredService<IAuthorizationService>();
        var policy = new AuthorizationPolicyBuilder().RequireMiniAppLaunchWithin(TimeSpan.FromMinutes(5)).Build();
        var copy = new ClaimsIdentity(
            PlatformScheme.All.Select(platform => new Claim(platform.TimeClaim, $"{TestApp.Now}", null, platform.Issuer, platform.Issuer)), "cookie");

        var result = await authorization.AuthorizeAsync(new ClaimsPrincipal(copy), null, policy);

        Assert.Equal(
            "The user must have launched the mini app within 00:05:00.", Assert.Single(result.Failure!.FailedRequirements).ToString());
    }

    [Fact]
    public async Task Request_without_a_launch_gets_the_plain_challenge()
    {
        await using var app = await SessionApp.StartAsync(map: Map);

        Assert.Equal((401, "Bearer"), await app.GetAsync("/payout") is var reply ? (reply.Status, reply.Challenge) : default);
    }

    [Fact]
    public void Requirement_is_of_no_platform_and_an_age_below_nothing_is_refused()
    {
        var requirement = Assert.IsType<LaunchAgeRequirement>(Assert.Single(
            new AuthorizationPolicyBuilder().RequireMiniAppLaunchWithin(TimeSpan.Zero).Build().Requirements));

        Assert.Equal((null, TimeSpan.Zero), (requirement.Issuer, requirement.MaxAge));
        Assert.Equal(7, new RequireMiniAppLaunchWithinAttribute(7).Minutes);
        Assert.Equal("maxAge", Assert.Throws<ArgumentOutOfRangeException>(
            () => new AuthorizationPolicyBuilder().RequireMiniAppLaunchWithin(TimeSpan.FromTicks(-1))).ParamName);
        Assert.Equal("policy", Assert.Throws<ArgumentNullException>(
            () => MiniAppAuthorizationPolicyBuilderExtensions.RequireMiniAppLaunchWithin(null!, TimeSpan.Zero)).ParamName);
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/payout", () => "paid").RequireAuthorization(policy => policy.RequireMiniAppLaunchWithin(TimeSpan.FromMinutes(5)));
        app.MapGet("/attribute", [RequireMiniAppLaunchWithin(5)] () => "paid");
    }

    private static async Task<(int Status, string Answer)> AskAsync(SessionApp app, string path, PlatformScheme platform, int ageInSeconds)
    {
        var reply = await app.GetAsync(path, platform.Header(platform.Good(ageInSeconds: ageInSeconds)));
        return (reply.Status, reply.Challenge ?? reply.Body);
    }
}
