using System.Net;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What only this machine has for itself: names that nobody else can point to it, and addresses that lead nowhere else.</summary>
internal static class LoopbackOnly
{
    /// <summary>Whether a host with or without a port is this machine's own.</summary>
    public static bool IsHost(HostString host) =>
        (host.Port is not null || host.Host == host.Value)
        && (string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || IPAddress.TryParse(host.Host, out var address) && IsAddress(address));

    /// <summary>Whether both ends of a connection are on this machine. A socket without addresses, such as a file, is.</summary>
    public static bool IsConnection(ConnectionInfo connection) =>
        connection is { RemoteIpAddress: var remote, LocalIpAddress: var local }
        && (remote is null || IsAddress(remote))
        && (local is null || IsAddress(local));

    private static bool IsAddress(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
