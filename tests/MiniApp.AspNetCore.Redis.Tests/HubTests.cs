using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using TestSupport;
using VkMiniApp;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>SignalR on two instances without a proxy that keeps a client at one of them.</summary>
public sealed class HubTests : IAsyncLifetime
{
    private const long AppId = 6736218;
    private const string Secret = "wvl68m4dR1UpLrVRli";
    private const string Answer = """{"type":3,"invocationId":"1","result":"42"}""";

    private readonly List<HubHost> _hosts = [];
    private readonly HttpClient _http = new();
    private RedisServer _redis = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _hosts.Add(await HubHost.StartAsync(_redis.Address, AppId, Secret));
        _hosts.Add(await HubHost.StartAsync(_redis.Address, AppId, Secret));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task What_was_negotiated_with_one_instance_is_404_on_the_other()
    {
        var launch = Launch();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_hosts[0].Address, "/hubs/who/negotiate?negotiateVersion=1"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", launch);
        using var negotiated = await _http.SendAsync(request);
        var connection = await negotiated.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var address = $"/hubs/who?id={connection.GetProperty("connectionToken").GetString()}&access_token={launch}";

        Assert.Equal((404, null), await HubClient.TryConnectAsync(_hosts[1].Address, address));
        using var user = await HubClient.ConnectAsync(_hosts[0].Address, address);
    }

    [Fact]
    public async Task Without_negotiation_a_launch_connects_to_any_instance()
    {
        var launch = Launch();
        foreach (var host in _hosts)
        {
            await AssertConnectsAsync(host, launch);
        }
    }

    [Fact]
    public async Task Without_negotiation_a_session_of_one_instance_connects_to_any()
    {
        var token = await StartSessionAsync(_hosts[0]);
        foreach (var host in _hosts)
        {
            await AssertConnectsAsync(host, token);
        }
    }

    [Fact]
    public async Task A_session_that_was_logged_out_on_one_instance_connects_to_none()
    {
        var token = await StartSessionAsync(_hosts[0]);
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(_hosts[0].Address, "/session"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var ended = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);

        foreach (var host in _hosts)
        {
            await Eventually.HoldsAsync(
                async () => (await HubClient.TryConnectAsync(host.Address, "/hubs/who?access_token=" + token)).Status == 401,
                "the instance knows of it");
        }
    }

    private static string Launch() => new VkLaunchParamsSigner(AppId, Secret).SignToken(new() { UserId = 42 });

    private static async Task AssertConnectsAsync(HubHost host, string token)
    {
        using var user = await HubClient.ConnectAsync(host.Address, "/hubs/who?access_token=" + token);
        await user.InvokeAsync("WhoAmI");
        Assert.Equal(Answer, await user.ReceiveAsync());
    }

    /// <summary>Exchanges a launch that is younger than the memory, which begins with the first instance and is dated by the second.</summary>
    private async Task<string> StartSessionAsync(HubHost host)
    {
        var token = "";
        await Eventually.HoldsAsync(
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/session"));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Launch());
                request.Headers.Add("Launch-Binding", "binding-of-the-page");
                using var answer = await _http.SendAsync(request);
                token = answer.IsSuccessStatusCode
                    ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!
                    : "";
                return token.Length > 0;
            },
            "a launch is exchanged");
        return token;
    }
}
