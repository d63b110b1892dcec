using System.Globalization;

namespace VkMiniApp.Benchmarks;

/// <summary>How tables and figures are written.</summary>
internal static class Markdown
{
    public static void PrintHeader(string first, params string[] cells) =>
        Console.WriteLine($"\n| {first} | {string.Join(" | ", cells)} |\n|---|{string.Concat(cells.Select(_ => "---:|"))}");

    public static void PrintCells(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    public static string Time(double nanoseconds) => Write($"{nanoseconds:N0} ns");

    public static string Number(double value) => Write($"{value:F2}");

    /// <summary>Nothing for a baseline, which is always once itself.</summary>
    public static string Range(Spread spread) =>
        spread.Tenth < spread.Ninetieth ? $"{Number(spread.Tenth)} to {Number(spread.Ninetieth)}" : "";

    /// <summary>With the tenths of a byte: an allocation that only some calls make is one too.</summary>
    public static string Memory(double bytes) => bytes < 1024 ? Write($"{bytes:#,0.#} B") : Write($"{bytes / 1024:N2} KB");

    private static string Write(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
