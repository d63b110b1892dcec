using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TestSupport;
using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>The hub over real web sockets, on the real server.</summary>
public sealed class LobbyHubTests : IDisposable
{
    private const string Invalid = "Bearer error=\"invalid_token\"";
    private const string Expired = Invalid + ", error_description=\"The launch parameters have expired\", reason=\"expired\"";

    private readonly Backend _backend = Start();
    private readonly Uri _server;

    public LobbyHubTests() => _server = AddressOf(_backend);

    [Fact]
    public async Task Inside_the_hub_the_launch_is_typed()
    {
        using var user = await ConnectAsync(new() { UserId = 42, Platform = VkPlatform.MobileIPad, Language = "en" });

        await user.InvokeAsync("WhoAmI");
        Assert.Equal(
            """{"type":3,"invocationId":"1","result":{"id":42,"platform":"mobile_ipad","language":"en"}}""", await user.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_to_a_user_reaches_every_connection_of_that_user_and_no_other()
    {
        using var phone = await ConnectAsync(new() { UserId = 42, Platform = VkPlatform.MobileIPhone });
        using var desk = await ConnectAsync(new() { UserId = 42 });
        using var other = await ConnectAsync(new() { UserId = 4 });
        using var sender = await ConnectAsync(new() { UserId = 43 });

        await sender.InvokeAsync("Whisper", 42, "привет");
        Assert.Equal("""{"type":3,"invocationId":"1","result":null}""", await sender.ReceiveAsync());

        foreach (var tab in new[] { phone, desk })
        {
            using var message = JsonDocument.Parse(await tab.ReceiveAsync());
            Assert.Equal("whisper", message.RootElement.GetProperty("target").GetString());
            Assert.Equal("""["43","привет"]""", message.RootElement.GetProperty("arguments").GetRawText());
        }

        // What a connection gets is in order: the next thing that these hear of is their own question's answer.
        foreach (var user in new[] { other, sender })
        {
            await user.InvokeAsync("WhoAmI");
            Assert.StartsWith("""{"type":3,""", await user.ReceiveAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_token_may_be_in_base64url_and_in_the_header_of_a_negotiation_as_browsers_do_it()
    {
        var token = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.ASCII.GetBytes(_backend.SignLaunch()));
        using var client = new HttpClient { BaseAddress = _server };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);

        using var answer = await client.PostAsync("/hubs/lobby/negotiate?negotiateVersion=1", null);
        var connection = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        using var user = await HubClient.ConnectAsync(
            _server, $"/hubs/lobby?id={connection.GetProperty("connectionToken").GetString()}&access_token={token}");

        await user.InvokeAsync("WhoAmI");
        Assert.Contains("\"id\":42", await user.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_a_forged_one_several_and_one_in_another_parameter_are_refused()
    {
        var good = Escape(_backend.SignLaunch());
        var forged = Escape(_backend.SignForged());

        Assert.Equal((401, "Bearer"), await HubClient.TryConnectAsync(_server, "/hubs/lobby"));
        Assert.Equal((401, "Bearer"), await HubClient.TryConnectAsync(_server, $"/hubs/lobby?token={good}"));
        Assert.Equal((401, Invalid), await HubClient.TryConnectAsync(_server, "/hubs/lobby?access_token="));
        Assert.Equal((401, Invalid), await HubClient.TryConnectAsync(_server, $"/hubs/lobby?access_token={forged}"));
        Assert.Equal((401, Invalid), await HubClient.TryConnectAsync(_server, $"/hubs/lobby?access_token={good}&access_token={good}"));
    }

    [Fact]
    public async Task A_connection_outlives_its_launch_and_the_next_one_needs_a_fresh_launch()
    {
        var address = Address(_backend.SignLaunch());
        using var user = await HubClient.ConnectAsync(_server, address);
        _backend.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

        await user.InvokeAsync("WhoAmI");
        Assert.Contains("\"id\":42", await user.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal((401, Expired), await HubClient.TryConnectAsync(_server, address));
        using var again = await ConnectAsync(new() { UserId = 42 });
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/community")]
    [InlineData("/session")]
    public async Task Nothing_but_the_hubs_takes_a_token_from_the_address(string path)
    {
        using var client = new HttpClient { BaseAddress = _server };

        await client.GetAsync($"{path}?access_token={Escape(_backend.SignLaunch())}").ShouldChallengeAsync("Bearer");
    }

    [Fact]
    public async Task A_session_is_no_launch()
    {
        using var client = new HttpClient { BaseAddress = _server };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + _backend.SignLaunch());
        client.DefaultRequestHeaders.Add(SessionTokens.Binding.Name, SessionTokens.Binding.Value);
        using var answer = await client.PostAsync("/session", null);
        var session = await answer.Content.ReadFromJsonAsync<SessionTokens>();

        Assert.Equal((401, "Bearer"), await HubClient.TryConnectAsync(_server, Address(session!.AccessToken)));
    }

    [Theory]
    [InlineData("WhoAmI", new object[] { 1 })]
    [InlineData("Whisper", new object[] { "42", "text" })]
    [InlineData("Whisper", new object[] { 42 })]
    [InlineData("NoSuchMethod", new object[0])]
    public async Task A_call_that_is_wrong_is_answered_with_an_error_and_the_connection_lives_on(string method, object[] arguments)
    {
        using var user = await ConnectAsync(new() { UserId = 42 });

        await user.InvokeAsync(method, arguments);
        Assert.Contains("\"error\":", await user.ReceiveAsync(), StringComparison.Ordinal);
        await user.InvokeAsync("WhoAmI");
        Assert.Contains("\"id\":42", await user.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_samples_settings_a_token_in_the_address_is_in_no_log()
    {
        var (logs, tokens) = await ConnectAndLogAsync(_backend, _server);

        Assert.Contains(logs, entry => entry.Message.StartsWith("VkMiniApp refused a launch: InvalidSignature.", StringComparison.Ordinal));
        Assert.DoesNotContain(logs, entry => Holds(entry, tokens));
    }

    [Fact]
    public async Task Where_everything_is_logged_only_the_web_server_logs_the_address_with_the_token()
    {
        using var backend = new Backend();
        using var talkative = backend.WithWebHostBuilder(host => host
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("Logging:LogLevel:Default", "Trace")
            .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace"));
        talkative.StartOnKestrel();

        var (logs, tokens) = await ConnectAndLogAsync(talkative, AddressOf(talkative));
        var telling = logs.Where(entry => Holds(entry, tokens)).Select(entry => entry.Category).Distinct(StringComparer.Ordinal);

        Assert.Contains(logs, entry => entry is { Category: "VkMiniApp.AspNetCore.VkMiniAppHandler", Level: LogLevel.Debug });
        Assert.Equal("Microsoft.AspNetCore.Hosting.Diagnostics", Assert.Single(telling));
    }

    public void Dispose() => _backend.Dispose();

    private static Uri AddressOf(WebApplicationFactory<Program> backend) =>
        new(backend.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static string Address(string token) => "/hubs/lobby?access_token=" + Escape(token);

    private static string Escape(string token) => Uri.EscapeDataString(token);

    private Task<HubClient> ConnectAsync(VkLaunchParamsDescriptor launch) =>
        HubClient.ConnectAsync(_server, Address(_backend.Sign(launch)));

    /// <summary>Connects with a good token and with a forged one.</summary>
    private async Task<(IReadOnlyCollection<LogEntry> Logs, string[] Tokens)> ConnectAndLogAsync(
        WebApplicationFactory<Program> backend, Uri server)
    {
        using var logs = new LogCollector();
        backend.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        string[] tokens = [_backend.SignLaunch(), _backend.SignForged()];

        using var user = await HubClient.ConnectAsync(server, Address(tokens[0]));
        await HubClient.TryConnectAsync(server, Address(tokens[1]));
        return (logs.Entries, tokens);
    }

    /// <summary>Whether an entry tells a token, in any spelling, or its signature.</summary>
    private static bool Holds(LogEntry entry, string[] tokens) => tokens
        .SelectMany(token => new[] { token, Escape(token), token[^43..] })
        .Any(text => $"{entry.Message} {entry.Details}".Contains(text, StringComparison.Ordinal));

    private static Backend Start()
    {
        var backend = new Backend();
        backend.StartOnKestrel();
        return backend;
    }
}
