using System.CommandLine;
using System.Globalization;
using MiniApp.Fuzz;

var seconds = new Option<double>("--seconds") { Description = "How long to go on.", DefaultValueFactory = _ => 60 };
var inputs = new Option<long>("--inputs") { Description = "After how many inputs to stop before that.", DefaultValueFactory = _ => long.MaxValue };
var seed = new Option<int>("--seed") { Description = "Where to begin; by default somewhere else each time.", DefaultValueFactory = _ => Random.Shared.Next() };
var target = new Option<string?>("--target") { Description = "One verifier alone, by its name." };
var plant = new Option<int?>("--plant") { Description = "Break a rule first, by its number in the README, to see that it is found." };
target.AcceptOnlyFromAmong([.. FuzzTargets.All.Select(all => all.Name)]);
plant.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int?>() is { } number && !Plants.Numbers.Contains(number))
    {
        result.AddError($"--plant takes a number from {Plants.Numbers.Min()} to {Plants.Numbers.Max()}.");
    }
});

var command = new RootCommand("Verifies generated and mutated input twice, by the library and by plain code, until the two disagree.")
{
    seconds, inputs, seed, target, plant,
};

command.SetAction(arguments =>
{
    var planted = arguments.GetValue(plant);
    var targets = planted is { } number ? [Plants.Find(number)]
        : FuzzTargets.All.Where(all => arguments.GetValue(target) is not { } name || name == all.Name).ToArray();

    if (planted is { } broken)
    {
        Console.WriteLine(Plants.Describe(broken));
    }

    // First, so that it is known whatever happens.
    Console.WriteLine($"from seed {arguments.GetValue(seed)}");
    var run = new FuzzRun(targets, arguments.GetValue(seed), TimeProvider.System);
    var finding = run.Go(TimeSpan.FromSeconds(arguments.GetValue(seconds)), arguments.GetValue(inputs));

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Inputs:N0} inputs in {run.Elapsed.TotalSeconds:F1} s"));
    foreach (var (name, verdicts) in run.Verdicts)
    {
        Console.WriteLine($"  {name}: {verdicts}");
    }

    var unproved = planted is null && finding is null ? run.Unproved.ToList() : [];
    Console.WriteLine(finding is not null ? finding.Describe() : unproved.Count > 0 ? $"nothing good was verified: {string.Join(", ", unproved)}" : "no disagreement");
    return finding is null && unproved.Count == 0 ? 0 : 1;
});

return command.Parse(args).Invoke();
