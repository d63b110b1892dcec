using System.Net.Sockets;
using System.Text;

namespace MiniApp.Tool.Tests;

/// <summary>nginx, the server that it asks, and a back end behind it that is not .NET.</summary>
internal sealed class Edge : IAsyncDisposable
{
    private readonly NodeBackend _backend;
    private readonly Nginx _nginx;
    private readonly HttpClient _client;

    private Edge(EdgeHost host, NodeBackend backend, Nginx nginx)
    {
        (Host, _backend, _nginx) = (host, backend, nginx);
        _client = new HttpClient { BaseAddress = nginx.Address };
    }

    public EdgeHost Host { get; }

    /// <summary>Speaks to nginx.</summary>
    public HttpClient Client => _client;

    public static Task<Edge> StartAsync(bool answersOtherOrigins = false) =>
        StartAsync(EdgeHost.StartAsync(claims: ["vk_language"], takesSessions: true, readsAddress: true), answersOtherOrigins);

    public static async Task<Edge> StartAsync(Task<EdgeHost> host, bool answersOtherOrigins = false)
    {
        var backend = await NodeBackend.StartAsync();
        return new Edge(await host, backend, await Nginx.StartAsync((await host).Address, backend.Address, answersOtherOrigins));
    }

    /// <summary>Asks for <c>/shop</c>, by default with a good launch.</summary>
    public async Task<EdgeAnswer> AskAsync(string? authorization, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/shop?page=2");
        foreach (var (name, value) in authorization is null ? headers : [("Authorization", authorization), .. headers])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request);
    }

    public async Task<EdgeAnswer> SendAsync(HttpRequestMessage request)
    {
        var answer = await _client.SendAsync(request);
        return new EdgeAnswer(answer, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a request as it is written, and returns all that comes until the connection is closed.</summary>
    public async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_nginx.Address.Host, _nginx.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _nginx.DisposeAsync();
        await _backend.DisposeAsync();
        await Host.DisposeAsync();
    }
}
