using System.Diagnostics;
using static VkMiniApp.Benchmarks.Markdown;

namespace VkMiniApp.Benchmarks;

/// <summary>The tables of the README: the benchmarks' own methods, measured by turns.</summary>
internal static class Report
{
    public const int DefaultRounds = 300;

    private static readonly Func<Table>[] Tables =
    [
        VkTables.Verification,
        VkTables.Refusal,
        VkTables.WorstRefusal,
        VkTables.Threads,
        VkTables.Request,
        VkTables.OtherSchemes,
        VkTables.NoResult,
        PipelineTables.ByLaunch,
        PipelineTables.ByFramework,
        PipelineTables.Others,
        InitDataTables.Telegram,
        InitDataTables.Max,
        InitDataTables.Ed25519,
        LedgerTables.InProcess,
        RevocationTables.Check,
        SessionTables.Requests,
    ];

    public static int TableCount => Tables.Length;

    /// <summary>
    /// Prints every table, measured in a process of its own: the compiler goes by the calls it has seen, and a library that was given
    /// garbage a million times is compiled for garbage.
    /// </summary>
    /// <returns>The exit code: 0 where every table could be measured.</returns>
    public static async Task<int> PrintAsync(int rounds)
    {
        Console.WriteLine($"{rounds} rounds. {Machine.Describe()}.");

        var exitCode = 0;
        for (var number = 1; number <= TableCount; number++)
        {
            using var table = Process.Start("dotnet", [typeof(Report).Assembly.Location, "ratios", "--rounds", $"{rounds}", "--table", $"{number}"]);
            await table.WaitForExitAsync();
            exitCode = Math.Max(exitCode, table.ExitCode);
        }

        return exitCode;
    }

    /// <param name="number">Which table, counted from 1.</param>
    /// <param name="rounds">How many rounds it is measured for.</param>
    public static async Task PrintTableAsync(int number, int rounds)
    {
        var table = Tables[number - 1]();
        await Interleaved.MeasureAsync(table, rounds);
        Print(table, rounds);
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
