namespace VkMiniApp.Benchmarks;

/// <summary>What is measured of launches that are used once.</summary>
internal static class LedgerTables
{
    public static Table InProcess()
    {
        var bytes = LedgerBenchmarks.MeasureBytes();
        var ledger = new LedgerBenchmarks();
        var check = Row.Of("`Check`, base64 of the address", ledger.Check);

        return new(
            "A launch used once, remembered in the process, against its verification",
            [
                check,
                Row.Of("a first claim, among 200,000 an hour", ledger.First, check),
                Row.Of("a first use: launch and binding hashed, and claimed", ledger.FirstUse, check, "≤ 0.35"),
                Row.Of("a repeated claim", ledger.Again, check),
            ],
            new Figure("Bytes a launch, the most of all numbers from 20,000 to 500,000", _ => bytes, "≤ 60"));
    }
}
