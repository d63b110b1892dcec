using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VkMiniApp.Benchmarks;

/// <summary>
/// Sends one request again and again over a few connections, for as long as it is told, and tells how many were answered. It is told by
/// lines: a port, a header, and then milliseconds, each of which it answers with a number.
/// </summary>
internal static class KestrelClient
{
    private const int Connections = 8;

    public static async Task RunAsync(TextReader input, TextWriter output)
    {
        var port = int.Parse((await input.ReadLineAsync())!, CultureInfo.InvariantCulture);
        var request = Encoding.ASCII.GetBytes($"GET {SignInApp.Guarded} HTTP/1.1\r\nHost: localhost\r\n{await input.ReadLineAsync()}\r\n\r\n");
        var sockets = Enumerable.Range(0, Connections).Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }).ToArray();
        await Task.WhenAll(sockets.Select(socket => socket.ConnectAsync(IPAddress.Loopback, port)));

        while (await input.ReadLineAsync() is { } text)
        {
            var time = TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture));
            var counts = await Task.WhenAll(sockets.Select(socket => SendAsync(socket, request, time)));
            await output.WriteLineAsync(counts.Sum().ToString(CultureInfo.InvariantCulture));
        }

        Array.ForEach(sockets, socket => socket.Dispose());
    }

    private static async Task<int> SendAsync(Socket socket, byte[] request, TimeSpan time)
    {
        var answer = new byte[4096];
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        for (; Stopwatch.GetElapsedTime(start) < time; count++)
        {
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, answer);
        }

        return count;
    }

    /// <summary>Reads an answer without a body, which ends at the empty line.</summary>
    private static async Task ReadAnswerAsync(Socket socket, byte[] answer)
    {
        for (var length = 0; !answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8);)
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length));
            length += read > 0 ? read : throw new IOException("The server closed the connection.");
        }

        if (!answer.AsSpan().StartsWith("HTTP/1.1 200 "u8))
        {
            throw new InvalidOperationException("The server did not take the user for one.");
        }
    }
}
