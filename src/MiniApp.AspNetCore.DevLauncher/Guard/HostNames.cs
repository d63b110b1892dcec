using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The names beside this machine's own under which a launcher answers: each exactly, with any port.</summary>
internal sealed class HostNames(IEnumerable<string> names)
{
    private readonly FrozenSet<string> _names = names.Select(Normalize).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name is one, in letters, digits, dots and the like: no port, no pattern, no address of a page.</summary>
    public static bool IsName(string? name) => name is not null && Uri.CheckHostName(name) switch
    {
        UriHostNameType.Dns or UriHostNameType.IPv4 => true,
        UriHostNameType.IPv6 => name[0] == '[',
        _ => false,
    };

    public bool Contain(HostString host) => _names.Contains(host.Host);

    // A request's host has its name in Unicode.
    private static string Normalize(string name) => HostString.FromUriComponent(name).Host;
}
