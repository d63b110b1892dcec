using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Endpoints that take launches alone or sessions alone, whatever other policies they have.</summary>
public class SignInRequirementTests
{
    [Fact]
    public async Task Policy_beside_it_that_names_a_scheme_lets_nobody_in_by_that()
    {
        await using var app = await SessionApp.StartAsync(
            build: builder => builder.Services.AddAuthorizationBuilder().AddPolicy(
                "either", policy => policy.AddAuthenticationSchemes("MiniApp").RequireAuthenticatedUser()),
            map: app =>
            {
                app.MapGet("/launch", () => "in").RequireMiniAppLaunch().RequireAuthorization("either");
                app.MapGet("/session-only", () => "in").RequireMiniAppSession().RequireAuthorization("either");
            });
        var vk = PlatformScheme.All[0];
        var session = await app.BeginAsync(vk);

        Assert.Equal(200, (await app.GetAsync("/launch", vk.Header(vk.Good()))).Status);
        Assert.Equal(403, (await app.GetAsync("/launch", session.Authorization)).Status);
        Assert.Equal(200, (await app.GetAsync("/session-only", session.Authorization)).Status);
        Assert.Equal(403, (await app.GetAsync("/session-only", vk.Header(vk.Good()))).Status);
    }

    [Fact]
    public async Task Attribute_on_an_action_takes_one_kind_alone_whatever_its_controller_takes()
    {
        await using var app = await SessionApp.StartAsync(
            build: builder => builder.Services.AddControllers().AddApplicationPart(typeof(SignInRequirementTests).Assembly),
            map: app => app.MapControllers());
        var vk = PlatformScheme.All[0];
        var (launch, session) = (vk.Header(vk.Good()), (await app.BeginAsync(vk)).Authorization);

        Assert.Equal((200, 200), ((await app.GetAsync("/kinds/either", launch)).Status, (await app.GetAsync("/kinds/either", session)).Status));
        Assert.Equal((200, 403), ((await app.GetAsync("/kinds/launch", launch)).Status, (await app.GetAsync("/kinds/launch", session)).Status));
        Assert.Equal((403, 200), ((await app.GetAsync("/kinds/session", launch)).Status, (await app.GetAsync("/kinds/session", session)).Status));
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 403)]
    public async Task Default_policy_of_the_application_is_asked_as_well_but_not_for_a_session_itself(bool isMet, int status)
    {
        await using var app = await SessionApp.StartAsync(build: builder => builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(
            new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => isMet).Build()));
        var vk = PlatformScheme.All[0];

        Assert.Equal(status, (await app.GetAsync("/by-launch", vk.Header(vk.Good()))).Status);
        Assert.Equal(status, (await app.GetAsync("/by-session", (await app.BeginAsync(vk)).Authorization)).Status);
    }

    [Fact]
    public async Task Fallback_policy_of_the_application_does_not_stand_before_a_refresh()
    {
        await using var app = await SessionApp.StartAsync(build: builder => builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()));
        await app.RefreshAsync(await app.BeginAsync());
    }

    [Fact]
    public async Task Endpoints_that_are_opened_to_everybody_still_begin_and_end_nothing_without_credentials()
    {
        await using var app = await SessionApp.StartAsync(map: app => app.MapMiniAppSessions("/open-session").AllowAnonymous());

        Assert.Equal(401, (await app.TryBeginAsync(null, "/open-session")).Status);
        Assert.Equal(401, (await app.SendAsync(HttpMethod.Delete, "/open-session")).Status);
        Assert.Equal(401, (await app.SendAsync(HttpMethod.Delete, "/open-session/all")).Status);
        Assert.Equal(405, (await app.GetAsync("/open-session")).Status);
    }

    [Fact]
    public void Requirements_say_what_they_require()
    {
        var sentences = new[] { SignInRequirement.Launch, SignInRequirement.Session, SignInRequirement.LaunchOrSession }
            .Select(requirement => requirement.ToString());

        Assert.Equal(
            ["The user must come with a launch.", "The user must come with a session.", "The user must come with a launch or a session."], sentences);
    }
}

[Route("kinds")]
[Authorize(AuthenticationSchemes = MiniAppSessionDefaults.LaunchOrSessionScheme)]
public sealed class KindsController : ControllerBase
{
    [HttpGet("either")]
    public string Either() => "in";

    [RequireMiniAppLaunch]
    [HttpGet("launch")]
    public string Launch() => "in";

    [RequireMiniAppSession]
    [HttpGet("session")]
    public string Session() => "in";
}
