using System.Net;
using System.Net.Sockets;

namespace ScaleOut.BackEnd;

/// <summary>Ports of this machine.</summary>
internal static class FreePort
{
    /// <summary>A port on which nobody listens.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until somebody listens.</summary>
    public static async Task WaitAsync(int port)
    {
        for (var started = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(50);
            }
        }
    }
}
