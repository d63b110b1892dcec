using System.Collections.Concurrent;

namespace MiniApp.AspNetCore;

/// <summary>Which schemes run on their last good settings, because those that are set now are unsound.</summary>
internal sealed class SchemeHealth
{
    private readonly ConcurrentDictionary<string, string> _faults = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the settings, a sentence or two for each scheme.</summary>
    public IReadOnlyCollection<string> Faults => [.. _faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => fault.Value)];

    /// <param name="scheme">The scheme's name.</param>
    /// <returns>Whether that is news.</returns>
    public bool ReportSound(string scheme) => _faults.TryRemove(scheme, out _);

    /// <param name="scheme">The scheme's name.</param>
    /// <param name="fault">What is wrong with its settings, without any secret.</param>
    /// <returns>Whether that is news.</returns>
    public bool ReportUnsound(string scheme, string fault)
    {
        var isNews = !(_faults.TryGetValue(scheme, out var known) && known == fault);
        _faults[scheme] = fault;
        return isNews;
    }
}
