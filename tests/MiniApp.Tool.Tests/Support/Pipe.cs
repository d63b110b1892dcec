using System.Diagnostics;

namespace MiniApp.Tool.Tests;

/// <summary>Makes named pipes, which hold up whoever opens them.</summary>
internal static class Pipe
{
    public static void Create(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var process = Process.Start("mkfifo", path);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
