using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The names beside this machine's own under which a launcher answers: each exactly, with any port.</summary>
internal sealed class HostNames(IEnumerable<string> names)
{
    private readonly FrozenSet<string> _names = names.Select(name => RequestHost.Spell(name).Host).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Contain(HostString host) => _names.Contains(host.Host);
}
