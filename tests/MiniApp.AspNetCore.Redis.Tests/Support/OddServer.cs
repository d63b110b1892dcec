using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>Takes every connection, and answers with nothing or with noise.</summary>
internal sealed class OddServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public OddServer(bool talks)
    {
        _listener.Start();
        _serving = ServeAsync(talks);
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync(bool talks)
    {
        var noise = new byte[512];
        new Random(1).NextBytes(noise);
        var clients = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                clients.Add(client);
                if (talks)
                {
                    await client.GetStream().WriteAsync(noise, _end.Token);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            clients.ForEach(client => client.Dispose());
        }
    }
}
