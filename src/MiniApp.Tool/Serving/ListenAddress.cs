using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Serving;

/// <summary>Where the server listens: an address of this machine and a port, or a socket in the file system.</summary>
/// <param name="Text">The address as it was given.</param>
/// <param name="EndPoint">The address; <see langword="null"/> for <c>localhost</c>, which may be two.</param>
/// <param name="Port">The port; 0 for one that the system picks.</param>
/// <param name="Socket">The path of the socket; <see langword="null"/> where there is none.</param>
internal sealed record ListenAddress(string Text, IPAddress? EndPoint, int Port, string? Socket)
{
    private const string SocketPrefix = "unix:";

    /// <summary>What is said of an address that can't be read. It is no secret, and still not repeated: somebody may have put one there.</summary>
    public const string Form = "must be http:// with an IP address or localhost, such as http://127.0.0.1:5090, or unix: with the path of a socket, for which a system has room of about 100 bytes";

    public static ListenAddress Default { get; } = new("http://127.0.0.1:5090", IPAddress.Loopback, 5090, null);

    /// <summary>Whether other machines reach it.</summary>
    public bool IsExposed => EndPoint is { } address && !IPAddress.IsLoopback(address);

    /// <summary>Reads an address. Names but <c>localhost</c> are none: what they stand for may change.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ListenAddress? address)
    {
        address = text.StartsWith(SocketPrefix, StringComparison.Ordinal) ? OfSocket(text)
            : HttpAddress.TryParse(text, out var uri) && uri is { Scheme: "http", PathAndQuery: "/", Fragment: "", UserInfo: "" } ? OfAddress(text, uri)
            : null;
        return address is not null;
    }

    /// <summary>Has the server listen there.</summary>
    public void Apply(KestrelServerOptions server, Action<ListenOptions> configure)
    {
        if (Socket is { } path)
        {
            server.ListenUnixSocket(path, configure);
        }
        else if (EndPoint is { } address)
        {
            server.Listen(address, Port, configure);
        }
        else
        {
            server.ListenLocalhost(Port, configure);
        }
    }

    /// <summary>Takes away a socket that a process has left behind which was killed.</summary>
    /// <exception cref="UsageException">A process listens there, or there is something else of that name.</exception>
    public void Clear()
    {
        if (Socket is not { } path || !File.Exists(path))
        {
            return;
        }

        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.ConnectionRefused && IsSocket(path))
        {
            File.Delete(path);
            return;
        }
        catch (SocketException)
        {
        }

        throw Refuse();
    }

    /// <summary>Lets every user of the machine connect to the socket, as to a port of loopback; the folder around it may let in fewer.</summary>
    public void Open()
    {
        if (Socket is { } path && !OperatingSystem.IsWindows())
        {
            const UnixFileMode All = (UnixFileMode)0b110_110_110;
            File.SetUnixFileMode(path, All);
        }
    }

    /// <summary>Nothing can listen there.</summary>
    public UsageException Refuse() => new(
        $"Nothing can listen on {Text}.", "Another process may be there already, the address may be no one's here, or this user may not.");

    private static ListenAddress? OfSocket(string text) =>
        text[SocketPrefix.Length..] is ['/', _, ..] path && IsShort(path) ? new(text, null, 0, path) : null;

    /// <summary>Whether the system has room for a socket's path.</summary>
    private static bool IsShort(string path)
    {
        try
        {
            _ = new UnixDomainSocketEndPoint(path);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether it is a socket: none can be opened as a file, which every system says by a number of its own. Files may not open either, such as
    /// those of programs that run. It is opened to write as well, because a pipe that is only read waits for whoever writes to it.
    /// </summary>
    private static bool IsSocket(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            const int OnLinux = 6; // ENXIO
            const int OnMac = 102; // EOPNOTSUPP
            const int OnWindows = unchecked((int)0x8007_0780); // ERROR_CANT_ACCESS_FILE
            return exception.HResult is OnLinux or OnMac or OnWindows;
        }
    }

    private static ListenAddress? OfAddress(string text, Uri uri) =>
        uri.Host == "localhost" ? uri.Port > 0 ? new(text, null, uri.Port, null) : null
        : IPAddress.TryParse(uri.Host, out var address) ? new(text, address, uri.Port, null)
        : null;
}
