using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>An event of the first scheme of a policy writes the whole answer, before the others are asked for theirs.</summary>
public class AnswerOfAnEventTests
{
    private static readonly string[] Schemes =
        [.. PlatformScheme.All.Select(platform => platform.Name), MiniAppSessionDefaults.AuthenticationScheme];

    [Fact]
    public async Task Answer_to_who_is_denied_stays_as_it_was_written()
    {
        await using var app = await StartAsync();
        var vk = PlatformScheme.All[0];

        var reply = await app.GetAsync("/of-staff", vk.Header(vk.Good()));

        Assert.Equal((403, "Ask a colleague."), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Answer_to_who_is_nobody_stays_as_it_was_written()
    {
        await using var app = await StartAsync();

        foreach (var authorization in new[] { null, "Bearer x", "tma x", "Bearer CfDJ8" })
        {
            var reply = await app.GetAsync("/of-staff", authorization);
            Assert.Equal((418, "Who are you?", null), (reply.Status, reply.Body, reply.Challenge));
        }
    }

    [Fact]
    public async Task Answer_that_asks_for_a_fresh_launch_stays_as_it_was_written()
    {
        await using var app = await StartAsync();

        var reply = await app.GetAsync("/just-launched", (await app.BeginAsync(PlatformScheme.All[0])).Authorization);

        Assert.Equal((418, "Who are you?", null), (reply.Status, reply.Body, reply.Challenge));
    }

    private static Task<SessionApp> StartAsync() => SessionApp.StartAsync(
        build: builder => builder.Services.Configure<VkMiniAppOptions>(PlatformScheme.All[0].Name, options =>
        {
            options.Events.OnForbidden = context => context.Response.WriteAsync("Ask a colleague.");
            options.Events.OnChallenge = async context =>
            {
                context.HandleResponse();
                context.Response.StatusCode = 418;
                await context.Response.WriteAsync("Who are you?");
            };
        }),
        map: app =>
        {
            app.MapGet("/of-staff", () => "in").RequireAuthorization(policy =>
                policy.AddAuthenticationSchemes(Schemes).RequireAuthenticatedUser().RequireClaim("staff"));
            app.MapGet("/just-launched", () => "in").RequireAuthorization(policy =>
                policy.AddAuthenticationSchemes(Schemes).RequireAuthenticatedUser().RequireMiniAppLaunchWithin(TimeSpan.FromMinutes(5)));
        });
}
