using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShopMiniApp.AspNetCore;
using VkMiniApp;

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

        Assert.Equal("42", (string?)(await hub.InvokeAsync(method))["result"]);
        Assert.Equal("42", (string?)(await hub.InvokeAsync(method))["result"]);
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
            (string?)(await hub.InvokeAsync(method))["error"]);
        Assert.Equal("nobody", (string?)(await hub.InvokeAsync("Asked"))["result"]);
    }

    [Fact]
    public async Task Hub_that_takes_none_is_left_alone()
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient();
        var hub = await HubConnection.OpenAsync(client, "/plain-hub");

        Assert.False((bool)(await hub.InvokeAsync("IsFlowing"))["result"]!);
    }

    private static Task<TestApp> StartAsync() => TestApp.StartWithAsync(
        builder =>
        {
            Shop.AddTo(builder.Services.AddAuthentication().AddCookie());
            builder.Services.AddSignalR();
        },
        app =>
        {
            app.MapHub<TakingHub>("/taking");
            app.MapHub<PlainHub>("/plain-hub");
        });

    private sealed class TakingHub : Hub
    {
        public string Typed(ShopLaunch launch) => $"{launch.UserId}";

        public string FromServices(string? ignored, [FromServices] ShopLaunch launch) => $"{launch.UserId}";

        public string Asked() => $"{Context.User?.GetLaunch<ShopLaunch>()?.UserId}" is { Length: > 0 } id ? id : "nobody";
    }

    private sealed class PlainHub : Hub
    {
        public bool IsFlowing() => LaunchScope.IsFlowing;
    }

    /// <summary>SignalR's protocol of JSON messages over long polling.</summary>
    private sealed class HubConnection(HttpClient client, Uri address)
    {
        private const char RecordSeparator = '\u001e';

        private readonly Queue<string> _received = new();

        public static async Task<HubConnection> OpenAsync(HttpClient client, string path)
        {
            using var negotiation = await client.PostAsync(new Uri(path + "/negotiate?negotiateVersion=1", UriKind.Relative), null);
            var token = (await negotiation.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("connectionToken");
            var connection = new HubConnection(client, new Uri($"{path}?id={token.GetString()}", UriKind.Relative));
            await client.GetAsync(connection.Address);
            await connection.SendAsync("""{"protocol":"json","version":1}""");
            Assert.Equal("{}", await connection.ReceiveAsync());
            return connection;
        }

        public Uri Address => address;

        public async Task<JsonNode> InvokeAsync(string method)
        {
            object?[] arguments = method == "FromServices" ? [null] : [];
            await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = method, arguments }));
            while (true)
            {
                var message = JsonNode.Parse(await ReceiveAsync())!;
                if ((int?)message["type"] == 3)
                {
                    return message;
                }
            }
        }

        private async Task SendAsync(string message)
        {
            using var body = new StringContent(message + RecordSeparator, Encoding.UTF8, "text/plain");
            using var answer = await client.PostAsync(address, body);
            answer.EnsureSuccessStatusCode();
        }

        private async Task<string> ReceiveAsync()
        {
            while (_received.Count == 0)
            {
                foreach (var message in (await client.GetStringAsync(address)).Split(RecordSeparator, StringSplitOptions.RemoveEmptyEntries))
                {
                    _received.Enqueue(message);
                }
            }

            return _received.Dequeue();
        }
    }
}
