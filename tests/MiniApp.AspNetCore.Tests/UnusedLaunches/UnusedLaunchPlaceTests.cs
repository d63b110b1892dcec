using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Where unused launches can be demanded.</summary>
public sealed class UnusedLaunchPlaceTests
{
    private const string Binding = UnusedLaunchApp.Binding;
    private const string Other = "another-binding-of-a-page";

    private static readonly PlatformScheme Shop = PlatformScheme.Of("ShopMiniApp");

    [Theory]
    [InlineData("/lambda")]
    [InlineData("/group/member")]
    [InlineData("/fallback/of/anything")]
    [InlineData("/short")]
    [InlineData("/unused/action")]
    [InlineData("/unused/filtered")]
    [InlineData("/unused-class/any")]
    public async Task Endpoint_demands_an_unused_launch(string path)
    {
        await using var app = await StartAsync();

        Assert.Equal(400, (await app.AskAsync(path, Shop.Good())).Status);
        Assert.Equal((200, "done"), await UseAsync(app, path, Binding));
        Assert.Equal((200, "done"), await UseAsync(app, path, Binding));
        Assert.Equal((401, ""), await UseAsync(app, path, Other));
    }

    [Theory]
    [InlineData("/open")]
    [InlineData("/unused/other")]
    public async Task Endpoint_beside_it_does_not(string path)
    {
        await using var app = await StartAsync();

        Assert.Equal(200, (await app.AskAsync(path, Shop.Good())).Status);
        Assert.Equal(200, (await app.AskAsync(path, Shop.Good(), Other)).Status);
    }

    [Fact]
    public async Task Hub_asks_when_a_connection_is_negotiated_and_not_for_each_message()
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient(Binding);
        var hub = await HubConnection.OpenAsync(client, "/hub");
        client.DefaultRequestHeaders.Remove("Launch-Binding");

        Assert.Equal("done", (string?)(await hub.InvokeAsync("Do"))["result"]);
        Assert.Equal("done", (string?)(await hub.InvokeAsync("Do"))["result"]);

        using var thief = app.CreateClient(Other);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief.PostAsync(new Uri("/hub/negotiate?negotiateVersion=1", UriKind.Relative), null)));
    }

    [Fact]
    public async Task Connection_is_of_the_launch_that_negotiated_it_and_lets_no_other_in()
    {
        await using var app = await StartAsync();
        await UseAsync(app, "/lambda", Binding);
        using var client = app.CreateClient(Other, userId: 7);
        var id = await NegotiateAsync(client, version: 1, "connectionToken");

        using var thief = app.CreateClient(Other);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief.GetAsync(Connection(id))));
    }

    [Fact]
    public async Task Connections_token_that_was_changed_is_no_answer_to_who_used_the_launch()
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient(Binding);
        var id = await NegotiateAsync(client, version: 1, "connectionToken");

        using var thief = app.CreateClient(Other);
        foreach (var changed in new[] { id + "A", id.Split('.')[0], id.Split('.')[0] + ".", "." + id.Split('.')[1], id + "." })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief.GetAsync(Connection(changed))));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(thief.GetAsync(Connection(id))));
    }

    [Fact]
    public async Task Client_that_is_given_no_token_is_asked_with_each_request()
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient(Binding);
        var id = await NegotiateAsync(client, version: 0, "connectionId");

        using var thief = app.CreateClient(Other);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief.GetAsync(Connection(id))));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client.GetAsync(Connection(id))));
    }

    [Theory]
    [InlineData("/hub")]
    [InlineData("/hub?id=")]
    public async Task Connection_that_is_not_negotiated_is_asked_as_it_begins(string address)
    {
        await using var app = await StartAsync();
        await UseAsync(app, "/lambda", Binding);
        using var thief = app.CreateClient(Other);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief.GetAsync(new Uri(address, UriKind.Relative))));
    }

    [Fact]
    public async Task Connection_that_nobody_negotiated_is_none()
    {
        await using var app = await StartAsync();
        using var thief = app.CreateClient(Other);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(thief.GetAsync(new Uri("/hub?id=made-up", UriKind.Relative))));
    }

    [Fact]
    public async Task Method_of_a_hub_can_not_demand_one_by_itself()
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient(Binding);

        Assert.Equal(
            "[RequireUnusedLaunch] on MethodHub.Do would be passed over. Put it on the class.",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => HubConnection.OpenAsync(client, "/method-hub"))).Message);
    }

    private static Uri Connection(string id) => new($"/hub?id={id}", UriKind.Relative);

    private static async Task<string> NegotiateAsync(HttpClient client, int version, string name)
    {
        using var negotiation = await client.PostAsync(new Uri($"/hub/negotiate?negotiateVersion={version}", UriKind.Relative), null);
        return (await negotiation.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty(name).GetString()!;
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        return answer.StatusCode;
    }

    private static async Task<(int Status, string Body)> UseAsync(UnusedLaunchApp app, string path, string binding)
    {
        var answer = await app.AskAsync(path, Shop.Good(), binding);
        return (answer.Status, answer.Body);
    }

    private static Task<UnusedLaunchApp> StartAsync() => UnusedLaunchApp.StartAsync(
        Shop,
        build: builder =>
        {
            // The controllers of other tests are found as well, and take launches of all platforms.
            foreach (var other in PlatformScheme.All.Where(other => other != Shop))
            {
                other.AddTo(builder.Services.AddAuthentication(Shop.Name));
            }

            builder.Services.AddSignalR();
            builder.Services.AddControllers().AddApplicationPart(typeof(UnusedLaunchPlaceTests).Assembly);
        },
        map: app =>
        {
            app.MapGet("/lambda", [RequireUnusedLaunch] () => "done");
            app.MapGroup("/group").RequireUnusedLaunch().MapGet("/member", () => "done");
            app.MapFallback("/fallback/{**rest}", () => "done").RequireUnusedLaunch();
            app.MapGet("/short", () => "done").RequireUnusedLaunch().ShortCircuit();
            app.MapHub<UnusedHub>("/hub");
            app.MapHub<MethodHub>("/method-hub");
            app.MapControllers();
        });

    [RequireUnusedLaunch]
    private sealed class UnusedHub : Hub
    {
        public string Do() => "done";
    }

    private sealed class MethodHub : Hub
    {
        [RequireUnusedLaunch]
        public string Do() => "done";
    }
}

[Route("unused")]
public sealed class UnusedActionsController : Controller
{
    [RequireUnusedLaunch]
    [HttpGet("action")]
    public string Action() => "done";

    [RequireUnusedLaunch]
    [Authorize(AuthenticationSchemes = "ShopMiniApp")]
    [HttpGet("filtered")]
    public string Filtered() => "done";

    [HttpGet("other")]
    public string Other() => "done";
}

[RequireUnusedLaunch]
[Route("unused-class")]
public sealed class UnusedController : Controller
{
    [HttpGet("any")]
    public string Any() => "done";
}
