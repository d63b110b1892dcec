namespace VkMiniApp.Benchmarks;

/// <summary>
/// Measures rows by turns of a millisecond or a few. A machine whose neighbours slow it down for a second slows down every row alike then,
/// and the ratios stay what they are.
/// </summary>
internal static class Interleaved
{
    private const int WarmUps = 6;

    /// <summary>The compiler optimises in the background, once a tenth of a second went by without new code.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task MeasureAsync(Table table, int rounds)
    {
        var turns = table.Rows.ToArray();

        for (var i = 0; i < WarmUps; i++)
        {
            Array.ForEach(turns, row => row.WarmUp(table.Slice));
            await Task.Delay(Pause);
        }

        // Shuffled, so that no row always comes behind the one that leaves the most garbage.
        var random = new Random(5);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(turns);
            Array.ForEach(turns, row => row.MeasureSlice());
        }
    }
}
