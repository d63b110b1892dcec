using System.Net;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Whether a request came by a name that only this machine has for itself.</summary>
internal static class LoopbackOnly
{
    /// <summary>A name that somebody else can point to this machine is not allowed, nor is a tunnel, whether or not it rewrites the host.</summary>
    public static bool IsAllowed(HttpRequest request) =>
        IsLoopback(request.Host) && request.Headers["X-Forwarded-Host"].All(host => IsLoopback(new HostString(host ?? "")));

    private static bool IsLoopback(HostString host) =>
        string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address);
}
