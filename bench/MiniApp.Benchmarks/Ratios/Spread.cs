namespace VkMiniApp.Benchmarks;

/// <summary>The middle of what many rounds gave, and the figures that a tenth of the rounds fell below and rose above.</summary>
internal sealed record Spread(double Tenth, double Median, double Ninetieth)
{
    public static Spread Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return new(At(0.1), At(0.5), At(0.9));

        double At(double part) => sorted[(int)Math.Round((sorted.Length - 1) * part)];
    }
}
