using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>Stands before a Redis, and has something happen to it before a command is handed on.</summary>
internal sealed class RedisProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _port;
    private readonly Task _serving;
    private Meanwhile? _meanwhile;

    public RedisProxy(int port)
    {
        _port = port;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Does something once, before the next command of this name is handed on.</summary>
    public void Before(string command, Func<Task> act) => Volatile.Write(ref _meanwhile, new(Encoding.ASCII.GetBytes(command), act));

    /// <summary>The same, before the last of so many commands.</summary>
    public void BeforeLater(string command, int count, Func<Task> act) => Before(command, count == 1 ? act : () =>
    {
        BeforeLater(command, count - 1, act);
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ConnectAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _port, _end.Token);
                await await Task.WhenAny(
                    CopyAsync(client.GetStream(), server.GetStream(), watches: true), CopyAsync(server.GetStream(), client.GetStream(), watches: false));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
            {
                // Either side may go.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool watches)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _end.Token) is > 0 and var length)
        {
            var rest = buffer.AsMemory(0, length);
            while (watches
                && Volatile.Read(ref _meanwhile) is { } meanwhile
                && rest.Span.IndexOf(meanwhile.Command) is >= 0 and var at
                && Interlocked.CompareExchange(ref _meanwhile, null, meanwhile) == meanwhile)
            {
                await to.WriteAsync(rest[..at], _end.Token);
                await meanwhile.Act();
                await to.WriteAsync(rest[at..(at + meanwhile.Command.Length)], _end.Token);
                rest = rest[(at + meanwhile.Command.Length)..];
            }

            await to.WriteAsync(rest, _end.Token);
        }
    }

    private sealed record Meanwhile(byte[] Command, Func<Task> Act);
}
