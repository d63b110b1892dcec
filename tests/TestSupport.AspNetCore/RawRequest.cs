using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TestSupport;

/// <summary>A request written by hand, since no client would send what a hostile one can.</summary>
public static class RawRequest
{
    /// <summary>Asks for <c>/me</c> with these bytes in the <c>Authorization</c> header, and returns the status of the answer.</summary>
    public static async Task<int> SendAsync(Uri address, byte[] header)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        byte[] request = [.. "GET /me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "u8, .. header, .. "\r\n\r\n"u8];
        await stream.WriteAsync(request);

        var line = new byte[12];
        await stream.ReadExactlyAsync(line);
        Assert.Equal("HTTP/1.1 ", Encoding.ASCII.GetString(line, 0, 9));
        return int.Parse(line.AsSpan(9), CultureInfo.InvariantCulture);
    }
}
