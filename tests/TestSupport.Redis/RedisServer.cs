using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace TestSupport;

/// <summary>
/// A real Redis of a test's own, on a free port of loopback. It keeps nothing on a disk unless it is told to, and ends with the test. The
/// environment variable <c>REDIS_SERVER</c> names another executable that takes the same arguments.
/// </summary>
public sealed class RedisServer : IAsyncDisposable
{
    private static readonly string? Other = Environment.GetEnvironmentVariable("REDIS_SERVER");

    private readonly string[] _arguments;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redis-");
    private Process? _process;

    private RedisServer(int port, string[] arguments) => (Port, _arguments) = (port, arguments);

    public int Port { get; }

    /// <summary>The port on which nodes of a cluster talk. By itself it would be 10000 above, which may be no port.</summary>
    public int BusPort { get; } = FreePort.Next();

    /// <summary>The server's folder, for its files.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The connection string.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public static async Task<RedisServer> StartAsync(params string[] arguments)
    {
        for (var tries = 1; ; tries++)
        {
            var server = new RedisServer(FreePort.Next(), arguments);
            try
            {
                await server.StartAgainAsync();
                return server;
            }
            catch (InvalidOperationException) when (tries < 5)
            {
                // Somebody else may have taken the port by now.
                await server.DisposeAsync();
            }
        }
    }

    /// <summary>Starts it on its port, after it was killed: without anything that it had.</summary>
    public async Task StartAgainAsync()
    {
        _process = Start(
            Other ?? "redis-server",
            ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--dir", Folder, .. BusArguments, .. _arguments]);
        await Eventually.HoldsAsync(AnswersAsync, $"the Redis on port {Port} answers");
    }

    /// <summary>Ends it as a power cut does.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>Keeps its connections open, and answers nothing.</summary>
    public Task StopAsync() => SignalAsync("STOP");

    /// <summary>Goes on where it was stopped.</summary>
    public Task ContinueAsync() => SignalAsync("CONT");

    /// <summary>Sends a command that is not the application's; the answer as it comes over the wire.</summary>
    public Task<string> SendAsync(params string[] command) => SendAsync(Port, command);

    /// <summary>Waits until so many connections listen to a channel.</summary>
    public Task HasListenersAsync(string channel, int count) => Eventually.HoldsAsync(
        async () => (await SendAsync("PUBSUB", "NUMSUB", channel)).EndsWith(string.Create(CultureInfo.InvariantCulture, $":{count}"), StringComparison.Ordinal),
        $"{channel} has {count} listeners");

    /// <summary>Sends a command to whatever listens on a port.</summary>
    public static async Task<string> SendAsync(int port, params string[] command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        var stream = client.GetStream();
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"*{command.Length}\r\n");
        foreach (var part in command)
        {
            text.Append(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(part)}\r\n{part}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
        var buffer = new byte[64 * 1024];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var length = await stream.ReadAsync(buffer, patience.Token);
        return Encoding.UTF8.GetString(buffer, 0, length).TrimEnd();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Starts a program of the packages <c>redis-server</c> and <c>redis-sentinel</c>. Where it is not installed, the test is skipped.</summary>
    public static Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"There is no {program} here: apt-get install {program}.");
            throw;
        }
    }

    private string[] BusArguments => _arguments.Contains("--cluster-enabled", StringComparer.Ordinal)
        ? ["--cluster-port", BusPort.ToString(CultureInfo.InvariantCulture)]
        : [];

    private async Task<bool> AnswersAsync()
    {
        if (_process is { HasExited: true })
        {
            throw new InvalidOperationException($"The Redis on port {Port} ended at its start, with {_process.ExitCode}.");
        }

        try
        {
            var answer = await SendAsync("INFO", "server");
            return answer.Length > 0 && IsOwn(answer);
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Whether it is not somebody else's on the same port, as far as it tells.</summary>
    private bool IsOwn(string answer) => Other is not null
        || !answer.Contains("process_id:", StringComparison.Ordinal)
        || answer.Contains(string.Create(CultureInfo.InvariantCulture, $"process_id:{_process!.Id}\r\n"), StringComparison.Ordinal);

    private async Task SignalAsync(string signal)
    {
        // A shell has it built in; as a program of its own it may be missing.
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {_process!.Id}")]);
        await kill.WaitForExitAsync();
    }
}
