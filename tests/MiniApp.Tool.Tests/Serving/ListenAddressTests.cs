using System.Net.Sockets;
using MiniApp.Tool.Serving;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Tests.Serving;

public sealed class ListenAddressTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mini-app-");

    private string SocketPath => Path.Combine(_folder.FullName, "s.sock");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("http://127.0.0.1:5090", "127.0.0.1", 5090, false)]
    [InlineData("http://127.0.0.1:0/", "127.0.0.1", 0, false)]
    [InlineData("http://[::1]:80", "::1", 80, false)]
    [InlineData("http://localhost:5090", null, 5090, false)]
    [InlineData("http://0.0.0.0:5090", "0.0.0.0", 5090, true)]
    [InlineData("http://[::]:5090", "::", 5090, true)]
    [InlineData("http://10.0.0.1", "10.0.0.1", 80, true)]
    public void An_address_of_the_machine_is_read_and_is_exposed_or_not(string text, string? address, int port, bool isExposed)
    {
        Assert.True(ListenAddress.TryParse(text, out var listen));
        Assert.Equal((address, port, null, isExposed), (listen.EndPoint?.ToString(), listen.Port, listen.Socket, listen.IsExposed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5090")]
    [InlineData("127.0.0.1:5090")]
    [InlineData("https://127.0.0.1:5090")]
    [InlineData("http://app.example:5090")]
    [InlineData("http://*:5090")]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.1:5090/auth")]
    [InlineData("http://127.0.0.1:5090/?x")]
    [InlineData("http://user@127.0.0.1:5090")]
    [InlineData("http://127.0.0.1:70000")]
    [InlineData("//\u202e")]
    [InlineData("unix:")]
    [InlineData("unix:/")]
    [InlineData("unix:relative.sock")]
    public void What_is_no_address_of_the_machine_is_refused(string text) => Assert.False(ListenAddress.TryParse(text, out _));

    [Theory]
    [InlineData(80, true)]
    [InlineData(110, false)]
    [InlineData(10_000, false)]
    public void A_socket_has_a_path_that_the_system_has_room_for(int length, bool isAddress) =>
        Assert.Equal(isAddress, ListenAddress.TryParse("unix:/" + new string('s', length - 1), out _));

    [Fact]
    public void A_socket_that_nobody_listens_at_is_taken_away()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other sockets.");
        Assert.True(ListenAddress.TryParse($"unix:{SocketPath}", out var listen));
        listen.Clear();
        LeaveSocket();
        Assert.True(File.Exists(SocketPath));

        listen.Clear();
        Assert.False(File.Exists(SocketPath));
        Assert.False(listen.IsExposed);
    }

    [Fact]
    public void A_socket_that_somebody_listens_at_and_a_file_stay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other sockets.");
        Assert.True(ListenAddress.TryParse($"unix:{SocketPath}", out var listen));
        using (var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            listener.Bind(new UnixDomainSocketEndPoint(SocketPath));
            listener.Listen();
            Assert.Equal($"Nothing can listen on unix:{SocketPath}.", Assert.Throws<UsageException>(listen.Clear).Message);
            Assert.True(File.Exists(SocketPath));
        }

        File.Delete(SocketPath);
        File.WriteAllText(SocketPath, "somebody's");
        Assert.Throws<UsageException>(listen.Clear);
        Assert.Equal("somebody's", File.ReadAllText(SocketPath));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("pipe")]
    [InlineData("link to a file")]
    public void What_is_empty_and_no_socket_stays(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other sockets.");
        Assert.True(ListenAddress.TryParse($"unix:{SocketPath}", out var listen));
        var file = kind.StartsWith("link", StringComparison.Ordinal) ? Path.Combine(_folder.FullName, "file") : SocketPath;
        if (kind == "pipe")
        {
            Pipe.Create(file);
        }
        else
        {
            File.WriteAllText(file, "");
        }

        if (file != SocketPath)
        {
            File.CreateSymbolicLink(SocketPath, file);
        }

        Assert.Throws<UsageException>(listen.Clear);
        Assert.True(File.Exists(SocketPath));
    }

    [Fact]
    public void A_file_that_a_process_keeps_to_itself_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other sockets.");
        Assert.True(ListenAddress.TryParse($"unix:{SocketPath}", out var listen));
        using (var file = new FileStream(SocketPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            file.Write("somebody's"u8);
            file.Flush();
            Assert.Throws<UsageException>(listen.Clear);
        }

        Assert.Equal("somebody's", File.ReadAllText(SocketPath));
    }

    /// <summary>As a process leaves it that is killed: its file is there, and nobody behind it.</summary>
    private void LeaveSocket()
    {
        using var node = ChildProcess.Start(
            "node", ["-e", $"require('net').createServer().listen('{SocketPath}', () => process.kill(process.pid, 'SIGKILL'))"]);
        node.WaitForExit();
    }
}
