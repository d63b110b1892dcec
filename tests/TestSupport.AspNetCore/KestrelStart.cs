using Microsoft.AspNetCore.Mvc.Testing;

namespace TestSupport;

/// <summary>Starts the application of a factory on the real server.</summary>
public static class KestrelStart
{
    private const int Attempts = 10;

    /// <summary>Starts it on a port that the system picks.</summary>
    public static void StartOnKestrel<TEntryPoint>(this WebApplicationFactory<TEntryPoint> factory)
        where TEntryPoint : class
    {
        factory.UseKestrel(0);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                factory.StartServer();
                return;
            }
            catch (InvalidOperationException exception) when (attempt < Attempts && IsOfTheRace(exception))
            {
            }
        }
    }

    // The factory sets the port while the application's own thread goes on to start the server, and on a busy machine comes too late: the
    // server has started, or has ended already because its own port is another's.
    private static bool IsOfTheRace(InvalidOperationException exception) =>
        exception is ObjectDisposedException || exception.Message.Contains("after the server has started", StringComparison.Ordinal);
}
