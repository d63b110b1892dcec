using System.Net;
using System.Net.Sockets;

namespace ScaleOut.BackEnd;

/// <summary>Ports of this machine.</summary>
internal static class FreePort
{
    /// <summary>
    /// Ports on which nobody listens. They are below those that outgoing connections get, so that none takes one while its server is away.
    /// </summary>
    public static int[] Find(int count)
    {
        var ports = new HashSet<int>();
        while (ports.Count < count)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            if (IsFree(port))
            {
                ports.Add(port);
            }
        }

        return [.. ports];
    }

    /// <summary>Waits until a process listens.</summary>
    public static async Task WaitAsync(int port, ChildProcess process, CancellationToken aborted)
    {
        for (var started = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, aborted);
                return;
            }
            catch (SocketException exception)
            {
                if (process.End is not null || TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMinutes(1))
                {
                    throw new InvalidOperationException($"Nobody listens on port {port}. {process.End}", exception);
                }

                await Task.Delay(20, aborted);
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
