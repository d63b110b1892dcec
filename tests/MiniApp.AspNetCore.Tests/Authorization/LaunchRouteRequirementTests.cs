using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A requirement about a value in the route, and a route that has none.</summary>
public class LaunchRouteRequirementTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Value_in_the_route_is_compared_with_the_launch(string name)
    {
        var platform = PlatformScheme.Of(name);
        using var logs = new LogCollector();
        await using var app = await StartAsync(platform, logs);

        Assert.Equal(200, (await app.GetAsync("/users/42", platform.Header(platform.Good()))).Status);
        Assert.Equal(403, (await app.GetAsync("/users/43", platform.Header(platform.Good()))).Status);
        Assert.Equal(403, (await app.GetAsync("/optional", platform.Header(platform.Good()))).Status);
        Assert.Empty(logs.Warnings);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Route_without_the_parameter_is_an_error_in_the_log_that_names_both_once_an_endpoint(string name)
    {
        var platform = PlatformScheme.Of(name);
        using var logs = new LogCollector();
        await using var app = await StartAsync(platform, logs);

        foreach (var path in new[] { "/people/42", "/people/42", "/others" })
        {
            Assert.Equal(403, (await app.GetAsync(path, platform.Header(platform.Good()))).Status);
        }

        Assert.Equal(
            [
                "The route /people/{id} has no parameter userId, so nobody is let in. The user must be the one in the route.",
                "The route /others has no parameter userId, so nobody is let in. The user must be the one in the route.",
            ],
            logs.Entries.Where(entry => entry.EventId.Name == "RouteParameterMissing").Select(entry => entry.Message));
        Assert.All(
            logs.Entries.Where(entry => entry.EventId.Name == "RouteParameterMissing"), entry => Assert.Equal(LogLevel.Error, entry.Level));
    }

    [Fact]
    public async Task Endpoint_without_a_route_lets_nobody_in_and_needs_no_log()
    {
        var requirement = new LaunchRequirements("VK").CreateForRoute("groupId", "The sentence.", (_, _) => true);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var request = new DefaultHttpContext { RequestServices = services };
        var context = new AuthorizationHandlerContext([requirement], new ClaimsPrincipal(new ClaimsIdentity("launch")), request);

        await ((IAuthorizationHandler)requirement).HandleAsync(context);
        request.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, "no route"));
        await ((IAuthorizationHandler)requirement).HandleAsync(context);

        Assert.False(context.HasSucceeded);
        Assert.False(context.HasFailed);
    }

    private static Task<TestApp> StartAsync(PlatformScheme platform, LogCollector logs) => TestApp.StartWithAsync(
        builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
            platform.AddTo(builder.Services.AddAuthentication());
        },
        app =>
        {
            var own = new LaunchRequirements(platform.Issuer).CreateForRoute(
                "userId", "The user must be the one in the route.", (launch, value) => launch[platform.UserIdClaim] == value);
            foreach (var route in new[] { "/users/{userId:int}", "/optional/{userId?}", "/people/{id}", "/others" })
            {
                app.MapGet(route, () => "in").RequireAuthorization(policy => policy.AddRequirements(own));
            }
        });
}
