using System.Globalization;
using ScaleOut.Load;

namespace ScaleOut;

/// <summary>What is printed, and copied into the documentation.</summary>
internal static class Table
{
    public static void WriteHead()
    {
        Console.WriteLine(
            "| | requests | 502–504: calls | 502–504: exchanges | POSTs sent twice | renewed | wrong verdicts | refused wrongly "
            + "| log-outs in force, s | away, s | after the kill, s | after the return, s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    public static void Write(string name, Tally tally, int repeated) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {tally.Requests} | {tally.CallsAway} | {tally.ExchangesAway} | {repeated} | {tally.Renewed} | {tally.Wrong} | {tally.RefusedWrongly} "
        + $"| {Seconds(tally.LongestEnd)} | {Seconds(tally.Outage.Away)} | {Seconds(tally.Outage.AfterKill(tally.LastTrouble))} | {Seconds(tally.Outage.AfterReturn(tally.LastTrouble))} |"));

    private static string Seconds(TimeSpan? time) => time is null ? "–" : time.Value.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
