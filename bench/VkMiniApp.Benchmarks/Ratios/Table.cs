namespace VkMiniApp.Benchmarks;

/// <summary>Rows that are measured by turns, and the figures that they yield together.</summary>
internal sealed record Table(string Title, Row[] Rows, params Figure[] Figures)
{
    /// <summary>How long a row's turn is: short beside the moods of a machine, and long beside a look at the clock.</summary>
    public TimeSpan Slice { get; init; } = TimeSpan.FromMilliseconds(1);
}
