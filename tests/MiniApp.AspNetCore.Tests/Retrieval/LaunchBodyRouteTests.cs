using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.Tests;

/// <summary>An address of several endpoints, of which routing takes the best: its launch is read, and nobody else's.</summary>
public sealed class LaunchBodyRouteTests
{
    private static readonly string Launch = PlatformScheme.Of("VkMiniApp").Good();

    private static readonly string Expected = $"{PlatformScheme.Of("VkMiniApp").NameIdentifier(42)} by launch";

    public static TheoryData<string> Bodies => ["json", "form", "parts"];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Launch_is_taken_by_the_endpoint_that_answers_and_by_none_that_stands_behind_it(string kind)
    {
        await using var app = await StartAsync(app =>
        {
            app.MapPost("/in", SessionApp.Describe).RequireAuthorization().TakeLaunchFromBody("launch", acceptForm: true);
            app.MapPost("/{anything}", SessionApp.Describe).RequireAuthorization().TakeLaunchFromBody("other", acceptForm: true);
        });

        Assert.Equal((200, Expected), await PostAsync(app, "/in", kind));
        Assert.Equal(401, (await PostAsync(app, "/elsewhere", kind)).Status);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Group_takes_the_launch_for_each_of_its_endpoints_where_an_address_is_of_several(string kind)
    {
        await using var app = await StartAsync(app =>
        {
            var group = app.MapGroup("").RequireAuthorization().TakeLaunchFromBody("launch", acceptForm: true);
            group.MapPost("/in", SessionApp.Describe);
            group.MapPost("/{anything}", SessionApp.Describe);
        });

        Assert.Equal((200, Expected), await PostAsync(app, "/in", kind));
        Assert.Equal((200, Expected), await PostAsync(app, "/elsewhere", kind));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_of_an_endpoint_that_takes_no_launch_is_left_alone_though_one_behind_it_takes_one(string kind)
    {
        await using var app = await StartAsync(app =>
        {
            app.MapPost("/in", (ClaimsPrincipal user) => SessionApp.Describe(user)).RequireAuthorization();
            app.MapPost("/long", async (HttpRequest request) => (await new StreamReader(request.Body).ReadToEndAsync()).Length);
            app.MapPost("/{anything}", SessionApp.Describe).TakeLaunchFromBody("launch", acceptForm: true);
        });

        Assert.Equal(401, (await PostAsync(app, "/in", kind)).Status);

        // More than is read of a body that may hold a launch, and nothing says so beforehand.
        using var body = new StreamContent(new Unseekable(Encoding.UTF8.GetBytes($"{{\"x\":\"{new string('x', 40_000)}\"}}")));
        body.Headers.ContentType = new("application/json");
        Assert.Equal("40008", (await app.PostAsync("/long", body)).Body);
    }

    private static Task<SessionApp> StartAsync(Action<WebApplication> map) => SessionApp.StartAsync(map: map);

    private static async Task<(int Status, string Body)> PostAsync(SessionApp app, string path, string kind)
    {
        var reply = await app.PostAsync(path, kind switch
        {
            "json" => BodyApp.JsonOf(Launch),
            "form" => BodyApp.FormOf(Launch),
            _ => BodyApp.PartsOf(Launch),
        });
        return (reply.Status, reply.Body);
    }
}
