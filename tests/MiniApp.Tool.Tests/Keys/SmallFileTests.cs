using System.Net.Sockets;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Tests.Keys;

/// <summary>Whatever stands where the tool looks, it neither waits for it nor reads it to no end.</summary>
public sealed class SmallFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mini-app-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_not_there_is_no_fault()
    {
        Assert.Null(SmallFile.Read(At("nothing")));
        Assert.Null(SmallFile.Read(At("no/folder/either")));
        Assert.Null(SmallFile.Read(At(new string('x', 10_000))));
        Assert.False(SmallFile.IsThere(At("nothing")));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(SmallFile.MaxLength, true)]
    [InlineData(SmallFile.MaxLength + 1, false)]
    public void A_file_is_read_up_to_a_mebibyte(int length, bool isRead)
    {
        File.WriteAllBytes(At("file"), new byte[length]);

        if (isRead)
        {
            Assert.Equal(length, SmallFile.Read(At("file"))!.Length);
        }
        else
        {
            AssertRefused("It is longer than 1 MiB.", At("file"));
        }
    }

    [Fact]
    public void A_file_without_an_end_is_not_read_to_it()
    {
        using (var file = File.Create(At("huge")))
        {
            file.SetLength(1L << 40);
        }

        AssertRefused("It is longer than 1 MiB.", At("huge"));
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("link to pipe")]
    [InlineData("link to link to pipe")]
    [InlineData("device")]
    [InlineData("link to device")]
    [InlineData("link to standard input")]
    [InlineData("socket")]
    [InlineData("empty")]
    [InlineData("dangling link")]
    public void What_is_not_a_regular_file_is_not_opened(string kind)
    {
        var path = At("it");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        switch (kind)
        {
            case "pipe":
                Pipe.Create(path);
                break;
            case "link to pipe":
                Pipe.Create(At("pipe"));
                File.CreateSymbolicLink(path, At("pipe"));
                break;
            case "link to link to pipe":
                Pipe.Create(At("pipe"));
                File.CreateSymbolicLink(At("link"), "pipe");
                File.CreateSymbolicLink(path, "link");
                break;
            case "device":
                path = "/dev/zero";
                break;
            case "link to device":
                File.CreateSymbolicLink(path, "/dev/zero");
                break;
            case "link to standard input":
                File.CreateSymbolicLink(path, "/dev/stdin");
                break;
            case "socket":
                socket.Bind(new UnixDomainSocketEndPoint(path));
                break;
            case "dangling link":
                File.CreateSymbolicLink(path, At("nothing"));
                break;
            default:
                File.WriteAllBytes(path, []);
                break;
        }

        Assert.False(SmallFile.IsThere(path));
        AssertRefused("It is empty, or not a regular file.", path);
    }

    [Fact]
    public void Links_in_a_circle_and_folders_are_refused()
    {
        File.CreateSymbolicLink(At("a"), At("b"));
        File.CreateSymbolicLink(At("b"), At("a"));
        Directory.CreateDirectory(At("folder"));
        Directory.CreateSymbolicLink(At("link"), At("folder"));

        AssertRefused("Reading it failed.", At("a"));
        AssertRefused("It is a folder, or this user may not read it.", At("folder"));
        AssertRefused("It is a folder, or this user may not read it.", At("link"));
    }

    [Fact]
    public void A_link_to_a_file_is_read_and_so_is_a_file_that_somebody_writes()
    {
        using var writer = new FileStream(At("file"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        writer.Write("text"u8);
        writer.Flush();
        File.CreateSymbolicLink(At("link"), "file");

        Assert.Equal("text"u8.ToArray(), SmallFile.Read(At("link")));
    }

    private static void AssertRefused(string hint, string path)
    {
        var refusal = Assert.Throws<UsageException>(() => SmallFile.Read(path));

        Assert.Equal(($"{path} cannot be read.", hint), (refusal.Message, refusal.Hint));
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
