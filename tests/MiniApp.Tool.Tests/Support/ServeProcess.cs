using System.Diagnostics;
using System.Text;

namespace MiniApp.Tool.Tests;

/// <summary><c>mini-app serve</c> as a process of its own.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private ServeProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
            {
                _log.Append(line.Data).Append('\n');
            }
        };
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to standard error.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    public static ServeProcess Start(string listen, string folder) => new(ChildProcess.Start(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "MiniApp.Tool.dll"), "serve", "--listen", listen, "--settings", folder], Example.Environment));

    public async ValueTask DisposeAsync() => await ChildProcess.EndAsync(_process);
}
