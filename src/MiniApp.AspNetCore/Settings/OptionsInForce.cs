using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// A request's snapshot of the options. It reads what is in force; the framework's own would make options of whatever is set by now, and
/// of those nobody has judged whether something got lost.
/// </summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal sealed class OptionsInForce<TOptions>(IOptionsMonitor<TOptions> monitor) : IOptionsSnapshot<TOptions>
    where TOptions : class, new()
{
    private readonly ConcurrentDictionary<string, TOptions> _read = new(StringComparer.Ordinal);

    public TOptions Value => Get(Options.DefaultName);

    public TOptions Get(string? name) =>
        _read.GetOrAdd(name ?? Options.DefaultName, static (name, monitor) => monitor.Get(name), monitor);
}
