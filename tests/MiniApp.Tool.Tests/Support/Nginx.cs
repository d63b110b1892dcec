using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using TestSupport;

namespace MiniApp.Tool.Tests;

/// <summary>A real nginx with the configuration of docs/edge.md, but for its ports, and the times that it waits: a machine may be busy.</summary>
internal sealed partial class Nginx : IAsyncDisposable
{
    private const string Page = "edge.md";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nginx-");
    private readonly Process _process;

    private Nginx(int port, string servers)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        if (!OperatingSystem.IsWindows())
        {
            // nginx keeps bodies there, and does so as another user where it is started by root.
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        }

        var file = Path.Combine(_folder.FullName, "nginx.conf");
        File.WriteAllText(file, Complete(servers));
        _process = ChildProcess.Start("nginx", ["-p", _folder.FullName, "-c", file]);
    }

    public Uri Address { get; }

    /// <param name="server">Where <c>mini-app serve</c> listens.</param>
    /// <param name="backend">Where the back end listens.</param>
    /// <param name="answersOtherOrigins">Whether the page's lines for a page on another origin are in it.</param>
    public static async Task<Nginx> StartAsync(Uri server, Uri backend, bool answersOtherOrigins = false)
    {
        var port = FreePort.Next();
        var blocks = Blocks();
        (string Old, string Replacement)[] changes =
        [
            ("127.0.0.1:5090", server.Authority),
            ("127.0.0.1:3000", backend.Authority),
            ("listen 443 ssl;", $"listen 127.0.0.1:{port};"),
            ("proxy_connect_timeout 1s;", "proxy_connect_timeout 60s;"),
            ("proxy_read_timeout 2s;", "proxy_read_timeout 60s;"),
        ];
        var servers = changes.Aggregate(blocks[0], (text, change) => Replace(text, change.Old, change.Replacement));
        var nginx = new Nginx(port, answersOtherOrigins ? Replace(servers, "    location = /_auth {", blocks[1] + "    location = /_auth {") : servers);
        await Eventually.HoldsAsync(nginx.ListensAsync, "nginx listens");
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        await ChildProcess.EndAsync(_process);
        _folder.Delete(recursive: true);
    }

    private static string[] Blocks() =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Page)).ReplaceLineEndings("\n")).Select(block => block.Groups["text"].Value)];

    /// <summary>What is replaced must be there: the page may have changed.</summary>
    private static string Replace(string text, string old, string replacement)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }

    private string Complete(string servers) =>
        $$"""
        daemon off;
        pid {{_folder.FullName}}/nginx.pid;
        error_log {{_folder.FullName}}/error.log;
        worker_processes 1;
        events { worker_connections 256; }
        http {
            access_log off;
            client_body_temp_path {{_folder.FullName}}/body;
            proxy_temp_path {{_folder.FullName}}/proxy;
            fastcgi_temp_path {{_folder.FullName}}/fastcgi;
            uwsgi_temp_path {{_folder.FullName}}/uwsgi;
            scgi_temp_path {{_folder.FullName}}/scgi;
        {{servers}}
        }
        """;

    private async Task<bool> ListensAsync()
    {
        Assert.False(_process.HasExited, _process.HasExited ? await _process.StandardError.ReadToEndAsync() : null);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex("^```nginx\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Block();
}
