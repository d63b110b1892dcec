using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MiniApp.AspNetCore;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Serving;
using MiniApp.Tool.Terminal;
using TestSupport;

namespace MiniApp.Tool.Tests;

/// <summary>The server of <c>mini-app serve</c> on a port of its own, by the example's clock and settings.</summary>
internal sealed class EdgeHost : IAsyncDisposable
{
    private readonly WebApplication _server;

    private EdgeHost(WebApplication server, LogCollector log, TestClock clock, string folder)
    {
        (_server, Log, Clock, Folder) = (server, log, clock, folder);
        Address = new Uri(server.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public LogCollector Log { get; }

    public TestClock Clock { get; }

    /// <summary>The folder whose <c>appsettings.json</c> is read.</summary>
    public string Folder { get; }

    public MiniAppRevocations Revocations => _server.Services.GetRequiredService<MiniAppRevocations>();

    /// <param name="claims">The claims that are told.</param>
    /// <param name="takesSessions">Whether there are sessions.</param>
    /// <param name="readsAddress">Whether the token may be in the address.</param>
    /// <param name="platforms">The platforms; none for those that have settings.</param>
    /// <param name="variables">Environment variables beside the example's.</param>
    /// <param name="settings">What is in <c>appsettings.json</c>, in place of the example's variables; none for no file.</param>
    /// <param name="listen">Where it listens.</param>
    public static async Task<EdgeHost> StartAsync(
        string[]? claims = null,
        bool takesSessions = false,
        bool readsAddress = false,
        string[]? platforms = null,
        IReadOnlyDictionary<string, string>? variables = null,
        string? settings = null,
        string listen = "http://127.0.0.1:0")
    {
        var folder = Directory.CreateTempSubdirectory("mini-app-serve-").FullName;
        var environment = settings is null ? new Dictionary<string, string>(Example.Environment, StringComparer.Ordinal) : [];
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            environment[name] = value;
        }

        if (settings is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), settings);
        }

        var log = new LogCollector();
        var clock = new TestClock(Example.Now);
        Assert.True(ListenAddress.TryParse(listen, out var address));
        var server = EdgeServer.Create(
            new EdgeOptions(address, [.. (platforms ?? []).Select(name => AllPlatforms.Find(name)!)], [.. (claims ?? []).Select(Header)], takesSessions, readsAddress),
            SettingsPlaces.Of(ProjectFile.Find(folder), null, "Production", environment),
            new ToolEnvironment(Stream.Null, TextWriter.Null, TextWriter.Null, clock, environment, folder, id => id),
            logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        await server.StartAsync();
        return new EdgeHost(server, log, clock, folder);
    }

    /// <summary>Asks with an <c>Authorization</c> header, or without one.</summary>
    public async Task<HttpResponseMessage> AskAsync(string path, string? authorization = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in authorization is null ? headers : [("Authorization", authorization), .. headers])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>Blocks somebody for good, however long a machine that is busy takes to reach the store.</summary>
    public Task BlockAsync(MiniAppSubject subject) => Eventually.HoldsAsync(
        async () =>
        {
            try
            {
                await Revocations.BlockAsync(subject, until: null);
                return true;
            }
            catch (MiniAppStoreUnavailableException)
            {
                return false;
            }
        },
        "the store was told");

    /// <summary>Sends a request as it is written, and returns the status that it gets.</summary>
    public async Task<int> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        var line = new byte[12];
        await stream.ReadExactlyAsync(line);
        return int.Parse(line.AsSpan(9), CultureInfo.InvariantCulture);
    }

    /// <summary>Ends it before the test does.</summary>
    public Task StopAsync() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        Log.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static ClaimHeader Header(string claim) =>
        ClaimHeader.TryParse(claim, out var header) ? header : throw new ArgumentException($"{claim} is no claim.", nameof(claim));
}
