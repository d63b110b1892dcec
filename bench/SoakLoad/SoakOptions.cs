using System.Globalization;

namespace SoakLoad;

/// <summary>How long, and whether something is to be found.</summary>
/// <param name="Time">How long the load lasts.</param>
/// <param name="IsPlanted">Whether the back end takes forged launches: a count of 0 is worth something only where it can be another.</param>
internal sealed record SoakOptions(TimeSpan Time, bool IsPlanted)
{
    public const string Usage = """
        bench/soak [--minutes N] [--plant]
          --minutes N  how long, 30 unless it is said; 2 at least
          --plant      a back end that takes forged launches, to see that they are counted
        """;

    private const double Shortest = 2;

    /// <summary>
    /// What is not measured: the runtime compiles, fills its caches, and lets the heap grow to the size at which it stays. At full load, that
    /// took nine minutes.
    /// </summary>
    public TimeSpan WarmUp => Time / 3;

    /// <summary>Whether it lasts so long that the memory has to be flat. In less, it is still growing to its usual size.</summary>
    public bool JudgesMemory => Time >= TimeSpan.FromMinutes(30);

    /// <summary>Reads a command line; <see langword="null"/> for one that says something else.</summary>
    public static SoakOptions? Parse(string[] args)
    {
        var isPlanted = args.Contains("--plant", StringComparer.Ordinal);
        return args.Where(argument => argument != "--plant").ToArray() switch
        {
            [] => new(TimeSpan.FromMinutes(30), isPlanted),
            ["--minutes", var text] when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes)
                && minutes is >= Shortest and <= 1440 => new(TimeSpan.FromMinutes(minutes), isPlanted),
            _ => null,
        };
    }
}
