using System.Runtime.InteropServices;
using ScaleOut.BackEnd;

namespace ScaleOut;

/// <summary>Ctrl+C, and what else asks this program to end: what it started has to end first.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>The exit code of a program that was interrupted.</summary>
    private const int Interrupted = 130;

    /// <summary>The exit code where a program that is needed is not there.</summary>
    private const int Missing = 2;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    private Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt),
    ];

    /// <summary>Runs until the end, or until it is interrupted.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> run)
    {
        using var interruption = new Interruption();
        var token = interruption._source.Token;
        try
        {
            return await run(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (MissingProgramException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Missing;
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Interrupt(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
