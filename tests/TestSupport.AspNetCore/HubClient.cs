using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace TestSupport;

/// <summary>
/// A client of a hub over a web socket, in SignalR's protocol of JSON messages, each ended by the record separator
/// (https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md).
/// </summary>
public sealed class HubClient : IDisposable
{
    private const char RecordSeparator = '\u001e';
    private const int Ping = 6;

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<string> _received = new();

    private HubClient() => _socket.Options.CollectHttpResponseDetails = true;

    /// <summary>Connects with a token where a browser has to put it, or fails with the status of the refusal.</summary>
    public static async Task<HubClient> ConnectAsync(Uri server, string pathAndQuery)
    {
        var client = new HubClient();
        try
        {
            await client.OpenAsync(server, pathAndQuery);
            await client.SendAsync("""{"protocol":"json","version":1}""");
            Assert.Equal("{}", await client.ReceiveAsync());
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>The status that a server answers the wish for a web socket with.</summary>
    public static async Task<(int Status, string? Challenge)> TryConnectAsync(Uri server, string pathAndQuery)
    {
        using var client = new HubClient();
        try
        {
            await client.OpenAsync(server, pathAndQuery);
        }
        catch (WebSocketException)
        {
            // The status tells what happened.
        }

        var challenge = client._socket.HttpResponseHeaders?.GetValueOrDefault("WWW-Authenticate")?.Single();
        return ((int)client._socket.HttpStatusCode, challenge);
    }

    /// <summary>Calls a method of the hub.</summary>
    public Task InvokeAsync(string method, params object[] arguments) =>
        SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = method, arguments }));

    /// <summary>The next message that is more than a sign of life.</summary>
    public async Task<string> ReceiveAsync()
    {
        while (true)
        {
            while (_received.TryDequeue(out var message))
            {
                using var json = JsonDocument.Parse(message);
                if (!json.RootElement.TryGetProperty("type", out var type) || type.GetInt32() != Ping)
                {
                    return message;
                }
            }

            await ReadFrameAsync();
        }
    }

    public void Dispose() => _socket.Dispose();

    private static CancellationToken Timeout() => new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    private Task OpenAsync(Uri server, string pathAndQuery) =>
        _socket.ConnectAsync(new UriBuilder(new Uri(server, pathAndQuery)) { Scheme = "ws" }.Uri, Timeout());

    private async Task ReadFrameAsync()
    {
        var buffer = new byte[64 * 1024];
        var text = new StringBuilder();
        WebSocketReceiveResult frame;
        do
        {
            frame = await _socket.ReceiveAsync(buffer, Timeout());
            Assert.Equal(WebSocketMessageType.Text, frame.MessageType);
            text.Append(Encoding.UTF8.GetString(buffer, 0, frame.Count));
        }
        while (!frame.EndOfMessage);

        foreach (var message in text.ToString().Split(RecordSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            _received.Enqueue(message);
        }
    }

    private Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + RecordSeparator), WebSocketMessageType.Text, endOfMessage: true, Timeout());
}
