using System.Globalization;

namespace SoakLoad;

/// <summary>What the instances take of the machine's memory, second by second, as Linux tells it.</summary>
internal sealed class MemoryLog
{
    private const double MostGrowth = 1.10;

    private readonly List<int> _totals = [];

    /// <summary>Whether the last fifth of what was noted is no more than a tenth above the first.</summary>
    public bool IsFlat => _totals.Count >= 5 && _totals.Min() > 0 && Median(^(_totals.Count / 5)..) <= MostGrowth * Median(..(_totals.Count / 5));

    /// <summary>The memory of each instance now, in megabytes.</summary>
    public static IEnumerable<int> Read() => Directory.EnumerateDirectories("/proc")
        .Where(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _) && IsInstance(folder))
        .Select(Resident)
        .Where(size => size > 0);

    public void Note() => _totals.Add(Read().Sum());

    public override string ToString() => _totals.Count < 5
        ? "Too short to tell of memory."
        : $"Memory of all instances, by the median of a fifth of the time after the warm-up: {Median(..(_totals.Count / 5))} MB at the start, "
            + $"{Median((2 * _totals.Count / 5)..(3 * _totals.Count / 5))} MB in the middle, {Median(^(_totals.Count / 5)..)} MB at the end; {_totals.Max()} MB at most.";

    private static bool IsInstance(string folder) =>
        TryRead(Path.Combine(folder, "cmdline")).Split('\0') is [var program, "instance", ..]
        && Path.GetDirectoryName(program) + Path.DirectorySeparatorChar == AppContext.BaseDirectory;

    private static int Resident(string folder) => TryRead(Path.Combine(folder, "status"))
        .Split('\n')
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => int.Parse(line.AsSpan("VmRSS:".Length, line.Length - "VmRSS:".Length - " kB".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) / 1024)
        .SingleOrDefault();

    // A process may end while it is read.
    private static string TryRead(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private int Median(Range range) => _totals[range].Order().ElementAt(_totals[range].Count / 2);
}
