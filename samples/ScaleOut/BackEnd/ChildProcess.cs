using System.ComponentModel;
using System.Diagnostics;

namespace ScaleOut.BackEnd;

/// <summary>A process that this program started, and that ends with it.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _log;

    private ChildProcess(Process process, string log) => (_process, _log) = (process, log);

    /// <summary>Whether it came to its end, and why, as far as it says so.</summary>
    public string? End => _process.HasExited ? $"It ended with {_process.ExitCode}. {(File.Exists(_log) ? File.ReadLines(_log).LastOrDefault() : "")}" : null;

    /// <summary>Starts a program, whose output goes to a file.</summary>
    /// <exception cref="MissingProgramException">It is not here.</exception>
    public static ChildProcess Start(string log, string program, params string[] arguments)
    {
        var process = new Process
        {
            StartInfo = new(Locate(program), arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        DataReceivedEventHandler write = (_, line) =>
        {
            if (line.Data is not null)
            {
                lock (process)
                {
                    File.AppendAllText(log, line.Data + Environment.NewLine);
                }
            }
        };
        process.OutputDataReceived += write;
        process.ErrorDataReceived += write;
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            process.Dispose();
            throw new MissingProgramException(program, exception);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, log);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
    }

    /// <summary>Asks it to end, and waits until it has.</summary>
    public async Task StopAsync()
    {
        Signal("TERM");
        await _process.WaitForExitAsync();
    }

    /// <summary>Keeps its connections open, and has it do nothing.</summary>
    public void Hold() => Signal("STOP");

    /// <summary>Goes on where it was held.</summary>
    public void Release() => Signal("CONT");

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    // What is for administrators is not on everybody's path.
    private static string Locate(string program) => $"/usr/sbin/{program}" is var file && File.Exists(file) ? file : program;

    private void Signal(string signal)
    {
        using var shell = Process.Start("/bin/sh", ["-c", $"kill -{signal} {_process.Id}"]);
        shell.WaitForExit();
    }
}
