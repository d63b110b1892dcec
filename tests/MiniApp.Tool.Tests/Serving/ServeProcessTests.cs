using System.Diagnostics;
using System.Net.Sockets;
using TestSupport;

namespace MiniApp.Tool.Tests.Serving;

/// <summary>What only a process of its own can show: its socket, its log, its end.</summary>
public sealed class ServeProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mini-app-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_serves_at_a_socket_and_ends_when_it_is_told_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal.");
        var socket = Path.Combine(_folder.FullName, "serve.sock");
        using var process = ChildProcess.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "MiniApp.Tool.dll"), "serve", "--listen", $"unix:{socket}", "--settings", _folder.FullName],
            Example.Environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, _) => ConnectAsync(socket) });
        await Eventually.HoldsAsync(() => IsLiveAsync(client), "the server answers");

        await Eventually.HoldsAsync(
            () => OperatingSystem.IsWindows() || (File.GetUnixFileMode(socket) & (UnixFileMode)0b111_111_111) == (UnixFileMode)0b110_110_110,
            "everybody on the machine may connect");
        Assert.Equal(401, (int)(await client.GetAsync("http://x/auth")).StatusCode);

        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((0, ""), (process.ExitCode, await output));
        Assert.Contains("Takes launches of VK, Telegram, MAX; answers with X-MiniApp-Subject.", await error, StringComparison.Ordinal);
        Assert.All(Example.Keys, key => Assert.DoesNotContain(key, error.Result, StringComparison.Ordinal));
    }

    private static async ValueTask<Stream> ConnectAsync(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<bool> IsLiveAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("http://x/healthz/live")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
