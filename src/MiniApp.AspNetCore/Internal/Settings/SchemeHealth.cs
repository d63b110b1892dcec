using System.Collections.Concurrent;

namespace MiniApp.AspNetCore;

/// <summary>Which schemes run on their last good settings, because those that are set now are unsound.</summary>
internal sealed class SchemeHealth
{
    private readonly ConcurrentDictionary<string, string> _faults = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the settings, by the schemes' names.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <param name="scheme">The scheme's name.</param>
    /// <param name="fault">What is wrong with its settings, without any secret; <see langword="null"/> where nothing is.</param>
    public void Report(string scheme, string? fault)
    {
        if (fault is null)
        {
            _faults.TryRemove(scheme, out _);
        }
        else
        {
            _faults[scheme] = fault;
        }
    }
}
