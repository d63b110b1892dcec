namespace VkMiniApp.Benchmarks;

/// <summary>
/// Measures rows by turns of a few milliseconds. A machine whose neighbours slow it down for a second slows down every row alike then,
/// and the ratios stay what they are.
/// </summary>
internal static class Interleaved
{
    private const int WarmUps = 16;

    /// <summary>
    /// Short beside the moods of a machine; long beside waking a thread, and as long as it takes to fill what a collection empties.
    /// </summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(10);

    /// <summary>The compiler optimises in the background, once a tenth of a second went by without new code.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task MeasureAsync(Table table, int rounds)
    {
        var turns = table.Rows.ToArray();

        for (var i = 0; i < WarmUps; i++)
        {
            Array.ForEach(turns, row => row.WarmUp(Slice));
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
