namespace VkMiniApp.Benchmarks;

/// <summary>What rows say together, worked out anew for every round.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="OfRound">The figure of the round of this number.</param>
/// <param name="Aim">What is asked of it, in words.</param>
internal sealed record Figure(string Name, Func<int, double> OfRound, string Aim = "")
{
    /// <summary>The same of the memory, in words: it is one for all rounds.</summary>
    public Func<string> Memory { get; init; } = () => "";

    public Spread Over(int rounds) => Spread.Of(Enumerable.Range(0, rounds).Select(OfRound));

    public static Figure Ratio(string name, Row dividend, Row divisor, string aim = "") =>
        new(name, round => dividend.Nanoseconds[round] / divisor.Nanoseconds[round], aim);

    /// <summary>A ratio of the times, and that of the memory.</summary>
    public static Figure RatioWithMemory(string name, Row dividend, Row divisor, string aim = "") =>
        Ratio(name, dividend, divisor, aim) with { Memory = () => Markdown.Number(dividend.Bytes / divisor.Bytes) };
}
