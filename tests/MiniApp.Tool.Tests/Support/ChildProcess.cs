using System.ComponentModel;
using System.Diagnostics;

namespace MiniApp.Tool.Tests;

/// <summary>Processes that a test starts, and ends.</summary>
internal static class ChildProcess
{
    /// <summary>Servers' programs are not on everybody's path.</summary>
    private static readonly string[] MorePaths = ["/usr/sbin", "/usr/local/sbin"];

    /// <summary>Starts a program. Where it is not installed, the test is skipped.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var path = MorePaths.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists) ?? program;
        var start = new ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"There is no {program} here.");
            throw;
        }
    }

    public static async Task EndAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
