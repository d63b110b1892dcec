using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>A community in the route that is not there, and policies that a filter of MVC applies rather than the middleware.</summary>
public class RouteAndFilterTests
{
    private static readonly string Token = TestLaunch.Token(new VkLaunchParamsDescriptor
    {
        UserId = 42,
        Language = "ru",
        GroupId = 7,
        ViewerGroupRole = VkGroupRole.Editor,
        Timestamp = TestLaunch.At(TestLaunch.Now - 300),
    });

    [Fact]
    public async Task Community_that_the_route_lacks_is_an_error_that_names_both()
    {
        using var logs = new LogCollector();
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
                builder.Services.AddAuthentication().AddVkMiniApp(options => options.AddApp(TestLaunch.AppId, TestLaunch.Secret));
            },
            app => app.MapGet("/communities/{id}/settings", [RequireVkGroupRole("editor", RouteParameter = "groupId")] () => ""));

        Assert.Equal(403, (await app.GetAsync("/communities/7/settings", "Bearer " + Token)).Status);
        Assert.Equal(
            "The route /communities/{id}/settings has no parameter groupId, so nobody is let in. "
            + "The user must be editor of the community in the route, and have opened the mini app from there.",
            Assert.Single(logs.Entries, entry => entry.Level == LogLevel.Error).Message);
    }

    [Theory]
    [InlineData(300, 200)]
    [InlineData(299, 401)]
    public async Task Filter_of_mvc_asks_for_a_recent_launch_too(int seconds, int status)
    {
        await using var app = await StartAsync(policy => policy.RequireVkLaunchWithin(TimeSpan.FromSeconds(seconds)));
        var reply = await app.GetAsync("/action", "Bearer " + Token);

        Assert.Equal(status, reply.Status);
        Assert.Equal(
            status == 200 ? [] :
            [
                "Bearer error=\"insufficient_user_authentication\", error_description=\"A more recent launch is required\", "
                + $"reason=\"stale\", max_age=\"{seconds}\"",
            ],
            reply.Challenges);
    }

    [Theory]
    [InlineData(7, 200)]
    [InlineData(8, 403)]
    public async Task Filter_of_mvc_reads_the_route_too(int groupId, int status)
    {
        await using var app = await StartAsync(policy => policy.RequireVkGroupRole("groupId", VkGroupRole.Editor));

        Assert.Equal(status, (await app.GetAsync($"/routed/{groupId}", "Bearer " + Token)).Status);
    }

    private static Task<TestApp> StartAsync(Action<AuthorizationPolicyBuilder> demand) => TestApp.StartWithAsync(
        builder =>
        {
            builder.Services.AddAuthentication().AddVkMiniApp(options => options.AddApp(TestLaunch.AppId, TestLaunch.Secret));
            var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser();
            demand(policy);
            builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter(policy.Build())))
                .AddApplicationPart(typeof(AttributeTests).Assembly);
        },
        app => app.MapControllers());
}

/// <summary>An action that demands nothing of its own.</summary>
public sealed class RoutedController : ControllerBase
{
    [HttpGet("/routed/{groupId}")]
    public IActionResult Get(long groupId) => Ok(groupId);
}
