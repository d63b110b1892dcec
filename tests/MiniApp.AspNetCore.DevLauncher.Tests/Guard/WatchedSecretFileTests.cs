using System.Runtime.Versioning;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>How a secret outlives the starts of one run of <c>dotnet watch</c>, and no more.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class WatchedSecretFileTests : IDisposable
{
    private static readonly WatchRun Run = new("key of a run", IsFirstStart: false);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory();

    private string Folder => Path.Combine(_data.FullName, "launchers");

    private string File => Assert.Single(Directory.GetFiles(Folder));

    [Fact]
    public void Every_start_of_a_run_has_the_same_secret() => Assert.Equal(Keep(Run), Keep(Run with { IsFirstStart = true }));

    [Fact]
    public void Another_run_has_another_secret_and_the_former_one_is_gone()
    {
        var former = Keep(Run);
        var latter = Keep(new("key of another run", IsFirstStart: true));

        Assert.NotEqual(former, latter);
        Assert.DoesNotContain(former, System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.NotEqual(former, Keep(Run));
    }

    [Fact]
    public void Run_that_has_no_key_is_known_by_its_first_start()
    {
        var first = Keep(new("", IsFirstStart: true));

        Assert.Equal(first, Keep(new("", IsFirstStart: false)));
        Assert.NotEqual(first, Keep(new("", IsFirstStart: true)));
    }

    [Fact]
    public void Another_launcher_has_another_secret() => Assert.NotEqual(Keep(Run), Keep(Run, "another"));

    [Fact]
    public void File_is_the_users_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes: the folder of the user's profile lets nobody else in.");

        Keep(Run);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(Folder));
    }

    [Fact]
    public void File_that_others_may_read_is_written_anew()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var seen = Keep(Run);
        System.IO.File.SetUnixFileMode(File, System.IO.File.GetUnixFileMode(File) | UnixFileMode.GroupRead);

        Assert.NotEqual(seen, Keep(Run));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("{id}\nshort")]
    [InlineData("{id}\n0123456789012345678901234567890123456789 12")]
    [InlineData("{id}\n{secret}\nmore")]
    public void File_that_holds_something_else_is_written_anew(string content)
    {
        var kept = Keep(Run);
        var lines = System.IO.File.ReadAllLines(File);
        System.IO.File.WriteAllText(
            File, content.Replace("{id}", lines[0], StringComparison.Ordinal).Replace("{secret}", lines[1], StringComparison.Ordinal));

        var secret = Keep(Run);

        Assert.Matches("^[A-Za-z0-9_-]{43}$", secret);
        Assert.NotEqual(kept, secret);
        Assert.Equal(secret, Keep(Run));
    }

    [Fact]
    public void Where_no_file_can_be_written_the_secret_is_one_of_this_start()
    {
        System.IO.File.WriteAllText(Folder, "no folder");

        Assert.NotEqual(Keep(Run), Keep(Run));
    }

    public void Dispose() => _data.Delete(recursive: true);

    private string Keep(WatchRun run, string launcher = "launcher") => new WatchedSecretFile(Folder, launcher).Keep(run).Text;
}
