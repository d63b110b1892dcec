using System.Diagnostics;
using System.Text;

namespace MiniApp.Tool.Tests;

/// <summary>The built tool as a process of its own.</summary>
internal static class ToolProcess
{
    /// <summary>Nothing that the tool does takes as long: where it does, it hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "MiniApp.Tool.dll");

    public static Task<ToolResult> RunAsync(byte[] input, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunInAsync(AppContext.BaseDirectory, input, environment, arguments);

    /// <summary>Runs it with streams that a shell redirects, such as to a device.</summary>
    public static Task<ToolResult> RunRedirectedAsync(string redirection, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has another shell.");

        return RunAsync(new ProcessStartInfo("sh", ["-c", $"exec dotnet \"$0\" \"$@\" {redirection}", Tool, .. arguments]), [], environment);
    }

    /// <summary>Runs it between two other programs.</summary>
    public static Task<ToolResult> RunPipedAsync(string before, string after, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has another shell.");

        return RunAsync(new ProcessStartInfo("sh", ["-c", $"{before} | dotnet \"$0\" \"$@\" | {after}", Tool, .. arguments]), [], environment);
    }

    public static Task<ToolResult> RunInAsync(
        string directory, byte[] input, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(new ProcessStartInfo("dotnet", [Tool, .. arguments]) { WorkingDirectory = directory }, input, environment);

    private static async Task<ToolResult> RunAsync(ProcessStartInfo start, byte[] input, IReadOnlyDictionary<string, string> environment)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        (start.StandardOutputEncoding, start.StandardErrorEncoding) = (Encoding.UTF8, Encoding.UTF8);

        foreach (var name in start.Environment.Keys.Where(name => name.Contains("Authentication__", StringComparison.Ordinal) || name.EndsWith("_ENVIRONMENT", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            process.Kill();
        }

        return new ToolResult(process.ExitCode, await output, await error);
    }
}
