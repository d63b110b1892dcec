using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MiniApp.AspNetCore.Tests;

/// <summary>SignalR's protocol of JSON messages over long polling.</summary>
internal sealed class HubConnection(HttpClient client, Uri address)
{
    private const string Handshake = """{"protocol":"json","version":1}""";
    private const char RecordSeparator = '\u001e';

    private readonly Queue<string> _received = new();

    public static async Task<HubConnection> OpenAsync(HttpClient client, string path)
    {
        var connection = await NegotiateAsync(client, path);
        await connection.SendAsync(Handshake);
        Assert.Equal("{}", await connection.ReceiveAsync());
        return connection;
    }

    /// <summary>Opens a connection and waits until the server closes it, which may be before it has shaken hands.</summary>
    public static async Task OpenUntilClosedAsync(HttpClient client, string path)
    {
        var connection = await NegotiateAsync(client, path);
        using (await connection.PostAsync(Handshake))
        {
            await connection.WaitForCloseAsync();
        }
    }

    public Uri Address => address;

    public async Task<JsonNode> InvokeAsync(string method, params object?[] arguments)
    {
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

    private static async Task<HubConnection> NegotiateAsync(HttpClient client, string path)
    {
        using var negotiation = await client.PostAsync(new Uri(path + "/negotiate?negotiateVersion=1", UriKind.Relative), null);
        var token = (await negotiation.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("connectionToken");
        var connection = new HubConnection(client, new Uri($"{path}?id={token.GetString()}", UriKind.Relative));
        using (await client.GetAsync(connection.Address))
        {
            return connection;
        }
    }

    private async Task WaitForCloseAsync()
    {
        while (true)
        {
            using var answer = await client.GetAsync(address);
            if (answer.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotFound)
            {
                return;
            }
        }
    }

    private async Task SendAsync(string message)
    {
        using var answer = await PostAsync(message);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<HttpResponseMessage> PostAsync(string message)
    {
        using var body = new StringContent(message + RecordSeparator, Encoding.UTF8, "text/plain");
        return await client.PostAsync(address, body);
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
