using static VkMiniApp.Benchmarks.Markdown;

namespace VkMiniApp.Benchmarks;

/// <summary>The tables of the README: the benchmarks' own methods, measured by turns.</summary>
internal static class Report
{
    public const int DefaultRounds = 300;

    public static async Task PrintAsync(int rounds)
    {
        Console.WriteLine($"{rounds} rounds. {Machine.Describe()}.");

        foreach (var table in VkTables.All().Concat(InitDataTables.All()))
        {
            await Interleaved.MeasureAsync(table, rounds);
            Print(table, rounds);
        }
    }

    private static void Print(Table table, int rounds)
    {
        Console.WriteLine($"\n### {table.Title}");

        PrintHeader("Work", "Time", "Ratio", "p10-p90", "Allocated", "Aim");
        foreach (var row in table.Rows)
        {
            var (time, ratio) = (Spread.Of(row.Nanoseconds), row.Ratio);
            PrintCells(row.Name, Time(time.Median), Number(ratio.Median), Range(ratio), Memory(row.Bytes), row.Aim);
        }

        if (table.Figures is [])
        {
            return;
        }

        PrintHeader("Figure", "Median", "p10-p90", "Memory", "Aim");
        foreach (var figure in table.Figures)
        {
            var spread = figure.Over(rounds);
            PrintCells(figure.Name, Number(spread.Median), Range(spread), figure.Memory(), figure.Aim);
        }
    }
}
