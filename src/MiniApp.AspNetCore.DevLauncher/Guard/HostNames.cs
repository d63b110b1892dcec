using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The names beside this machine's own under which a launcher answers: each exactly, with any port.</summary>
internal sealed class HostNames(IEnumerable<string> names)
{
    private readonly FrozenSet<string> _names = names.Select(Normalize).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Contain(HostString host) => _names.Contains(host.Host);

    // A request has a name of other letters than ASCII's as the name's system has it.
    private static string Normalize(string name) => new HostString(new HostString(name).ToUriComponent()).Host;
}
