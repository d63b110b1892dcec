namespace House.Tests;

/// <summary>A rule of the house, and the places that are excused from it.</summary>
internal static class Rule
{
    /// <summary>
    /// Fails where a rule is broken by a place that is not excused, and where an excused place keeps to it: an excuse that nobody needs
    /// would let the next one in.
    /// </summary>
    /// <param name="broken">The places that break the rule, each with what is wrong there.</param>
    /// <param name="excused">The places that may, each with the reason.</param>
    public static void Holds(IEnumerable<(string Place, string Fault)> broken, Dictionary<string, string>? excused = null)
    {
        excused ??= [];
        var faults = broken.ToList();
        var places = faults.Select(fault => fault.Place).ToHashSet(StringComparer.Ordinal);

        string[] complaints =
        [
            .. faults.Where(fault => !excused.ContainsKey(fault.Place)).Select(fault => $"{fault.Place}: {fault.Fault}"),
            .. excused.Keys.Where(place => !places.Contains(place)).Select(place => $"{place}: needs no excuse any more"),
        ];
        if (complaints.Length > 0)
        {
            Assert.Fail(string.Join('\n', complaints));
        }
    }
}
