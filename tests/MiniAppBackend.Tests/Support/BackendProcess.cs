using System.Diagnostics;
using System.Text;

namespace MiniAppBackend.Tests;

/// <summary>The built sample as a process of its own.</summary>
internal sealed class BackendProcess : IDisposable
{
    private readonly Process _process;

    private BackendProcess(ProcessStartInfo start) => _process = Process.Start(start)!;

    public static BackendProcess Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", ["MiniAppBackend.dll", .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new BackendProcess(start);
    }

    /// <summary>Reads what the process prints, up to the first line that has the text, and returns that line.</summary>
    public async Task<string> ReadToAsync(string text)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await _process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The process ended without '{text}': {await _process.StandardError.ReadToEndAsync(timeout.Token)}");
    }

    /// <summary>Waits until the process has ended by itself, and returns its status and what it has to complain of.</summary>
    public async Task<(int ExitCode, string Errors)> ReadToEndAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var errors = _process.StandardError.ReadToEndAsync(timeout.Token);
        await _process.StandardOutput.ReadToEndAsync(timeout.Token);
        await _process.WaitForExitAsync(timeout.Token);
        return (_process.ExitCode, await errors);
    }

    /// <summary>Ends the process, and returns what it had still to print.</summary>
    public async Task<string> StopAsync()
    {
        _process.Kill();
        return await _process.StandardOutput.ReadToEndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
