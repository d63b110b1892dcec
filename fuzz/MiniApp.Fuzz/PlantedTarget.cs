namespace MiniApp.Fuzz;

/// <summary>A target whose library breaks a rule.</summary>
internal sealed class PlantedTarget(FuzzTarget target, int number, Func<string, string> actual) : FuzzTarget(target.Name)
{
    public override string Option => $"--plant {number}";

    public override int BatchSize => target.BatchSize;

    public override Func<string> Inputs(int seed) => target.Inputs(seed);

    public override string Expected(string input) => target.Expected(input);

    public override string Actual(string input) => actual(input);
}
