using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using ShopMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Methods of hubs that take launches, over long polling: each message is a request of its own, and so is each wait for one.</summary>
public sealed class LaunchHubTests
{
    private static readonly PlatformScheme Shop = PlatformScheme.Of("ShopMiniApp");

    [Theory]
    [InlineData("Typed")]
    [InlineData("FromServices")]
    [InlineData("Asked")]
    public async Task Method_is_given_the_launch_that_the_connection_began_with(string method)
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Shop.Header(Shop.Good()));
        var hub = await HubConnection.OpenAsync(client, "/taking");

        Assert.Equal("42", (string?)(await hub.InvokeAsync(method, ArgumentsOf(method)))["result"]);
        Assert.Equal("42", (string?)(await hub.InvokeAsync(method, ArgumentsOf(method)))["result"]);
    }

    [Theory]
    [InlineData("Typed")]
    [InlineData("FromServices")]
    public async Task Method_that_takes_a_launch_is_refused_to_a_connection_without_one(string method)
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient();
        var hub = await HubConnection.OpenAsync(client, "/taking");

        Assert.Equal(
            $"An unexpected error occurred invoking '{method}' on the server. "
            + "HubException: The hub takes ShopLaunch, and the connection's user was not signed in by that.",
            (string?)(await hub.InvokeAsync(method, ArgumentsOf(method)))["error"]);
        Assert.Equal("nobody", (string?)(await hub.InvokeAsync("Asked"))["result"]);
    }

    [Fact]
    public async Task Launch_that_the_client_would_be_asked_for_is_a_fault_of_the_hub()
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient();

        Assert.Equal(
            "DeceivedHub.Nullable would take ShopLaunch from what the client sends. Put [FromServices] before it.",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => HubConnection.OpenAsync(client, "/deceived"))).Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Launch_without_an_attribute_is_a_fault_where_signalr_takes_no_service_for_one(bool ofAllHubs)
    {
        await using var app = await StartAsync(signalr => _ = ofAllHubs
            ? signalr.Services.Configure<HubOptions>(options => options.DisableImplicitFromServicesParameters = true)
            : signalr.AddHubOptions<TakingHub>(options => options.DisableImplicitFromServicesParameters = true).Services);
        using var client = app.CreateClient();

        Assert.Equal(
            "TakingHub.Typed would take ShopLaunch from what the client sends. Put [FromServices] before it.",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => HubConnection.OpenAsync(client, "/taking"))).Message);
    }

    [Fact]
    public async Task Hub_that_takes_none_is_left_alone()
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient();
        var hub = await HubConnection.OpenAsync(client, "/plain-hub");

        Assert.False((bool)(await hub.InvokeAsync("IsFlowing"))["result"]!);
    }

    private static object?[] ArgumentsOf(string method) => method == "FromServices" ? [null] : [];

    private static Task<TestApp> StartAsync(Action<ISignalRServerBuilder>? configure = null) => TestApp.StartWithAsync(
        builder =>
        {
            Shop.AddTo(builder.Services.AddAuthentication().AddCookie());
            var signalr = builder.Services.AddSignalR();
            configure?.Invoke(signalr);
        },
        app =>
        {
            app.MapHub<TakingHub>("/taking");
            app.MapHub<PlainHub>("/plain-hub");
            app.MapHub<DeceivedHub>("/deceived");
        });

    private sealed class TakingHub : Hub
    {
        public string Typed(ShopLaunch launch) => $"{launch.UserId}";

        public string FromServices(string? suffix, [FromServices] ShopLaunch launch) => $"{launch.UserId}{suffix}";

        public string Asked() => $"{Context.User?.GetLaunch<ShopLaunch>()?.UserId}" is { Length: > 0 } id ? id : "nobody";
    }

    private sealed class DeceivedHub : Hub
    {
        public string Nullable(ShopLaunch? launch) => $"{launch?.UserId}";
    }

    private sealed class PlainHub : Hub
    {
        public bool IsFlowing() => LaunchScope.IsFlowing;
    }
}
