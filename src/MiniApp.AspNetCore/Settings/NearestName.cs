namespace MiniApp.AspNetCore;

/// <summary>Finds what somebody may have meant who wrote a name that nobody knows.</summary>
internal static class NearestName
{
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The names to choose from, at least one.</param>
    public static string Find(string name, IEnumerable<string> known) => known.MinBy(candidate => Distance(name, candidate))!;

    /// <summary>How many letters must be added, taken out or exchanged (Levenshtein), whatever their case.</summary>
    private static int Distance(string from, string to)
    {
        var (above, row) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray());
        foreach (var letter in from)
        {
            (above, row) = (row, above);
            row[0] = above[0] + 1;
            for (var column = 1; column <= to.Length; column++)
            {
                var exchanged = char.ToUpperInvariant(letter) == char.ToUpperInvariant(to[column - 1]) ? 0 : 1;
                row[column] = Math.Min(above[column - 1] + exchanged, Math.Min(above[column], row[column - 1]) + 1);
            }
        }

        return row[^1];
    }
}
