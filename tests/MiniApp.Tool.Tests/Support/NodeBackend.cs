using System.Diagnostics;
using System.Globalization;
using TestSupport;

namespace MiniApp.Tool.Tests;

/// <summary>
/// A back end in JavaScript, which says what it was sent: the method, the address, and every header as it came. It agrees to become anything
/// that a client wants to upgrade to, and then tells in one line what it was asked for.
/// </summary>
internal sealed class NodeBackend : IAsyncDisposable
{
    private const string Program =
        """
        const http = require('http');
        const told = request => [`${request.method} ${request.url}`, ...request.rawHeaders.flatMap((name, i, all) => i % 2 ? [] : [`${name}: ${all[i + 1]}`])].join('\n');
        const server = http.createServer((request, response) => {
          if (request.url === '/fails') { response.statusCode = 500; }
          request.resume().on('end', () => response.end(told(request)));
        });
        server.on('upgrade', (request, socket) => socket.end(
          `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${request.headers.upgrade}\r\n\r\n` + told(request)));
        server.listen(Number(process.argv[1]), '127.0.0.1');
        """;

    private readonly Process _process;

    private NodeBackend(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        _process = ChildProcess.Start("node", ["-e", Program, port.ToString(CultureInfo.InvariantCulture)]);
    }

    public Uri Address { get; }

    public static async Task<NodeBackend> StartAsync()
    {
        var backend = new NodeBackend(FreePort.Next());
        using var client = new HttpClient();
        await Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    return (await client.GetAsync(backend.Address)).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "node answers");
        return backend;
    }

    public async ValueTask DisposeAsync() => await ChildProcess.EndAsync(_process);
}
