#:property PublishAot=false
#:property RunAnalyzers=false
// Prints each mutant that survived, and a line for each project or part of one; fails where a score is below the gate of its configuration:
//   dotnet run .ci/mutation.cs -- FOLDER PROJECT[/PART]...
// FOLDER has what Stryker reported, a folder for each. The score is Stryker's: of the mutants that compile and are not excluded,
// those that a test noticed, by failing or by not coming to an end. Left out of it are those that crash the tests' process, and those that survive
// in what is made once in a process and kept: Stryker changes the mutant while the process runs, so that no test can notice them.
using System.Globalization;
using System.Text.Json;

var lines = new List<string>
{
    "| Project | Killed | Timeout | Survived | No coverage | Crash | Made once | Excluded | Score | Gate |",
    "|---|---|---|---|---|---|---|---|---|---|",
};
var failed = args.Length < 2; // nothing to judge is no good news

foreach (var name in args[1..])
{
    var report = Path.Combine(args[0], name, "reports", "mutation-report.json");
    if (!File.Exists(report))
    {
        failed = true;
        lines.Add($"| {name} | no report |");
        continue;
    }

    var (project, part) = name.Split('/') is [var left, var right] ? (left, $".{right}") : (name, "");
    using var configuration = JsonDocument.Parse(File.ReadAllBytes(Path.Combine("tests", project, $"stryker-config{part}.json")));
    var gate = configuration.RootElement.GetProperty("stryker-config").GetProperty("thresholds").GetProperty("break").GetInt32();

    var mutants = Mutant.ReadAll(report);
    foreach (var mutant in mutants.Where(mutant => mutant.Status is "Survived" or "NoCoverage"))
    {
        Console.WriteLine($"{mutant.File}:{mutant.Line} {(mutant.IsKept ? "MadeOnce" : mutant.Status)}: {mutant.Mutator} to {mutant.Replacement}");
    }

    // Stryker itself leaves out what a block's mutant covers already, and files that were not asked for; else a comment in the code excludes.
    var kept = mutants.Count(mutant => mutant.IsKept);
    var excluded = mutants.Count(mutant => mutant.Status == "Ignored" && !mutant.Reason.StartsWith("Removed by", StringComparison.Ordinal));
    var (killed, timeout, survived, uncovered) = (Count("Killed"), Count("Timeout"), Count("Survived") - kept, Count("NoCoverage"));
    var all = killed + timeout + survived + uncovered;
    var score = all == 0 ? 0 : 100.0 * (killed + timeout) / all;
    failed |= score < gate;
    lines.Add(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {killed} | {timeout} | {survived} | {uncovered} | {Count("RuntimeError")} | {kept} | {excluded} | {score:F1} % | {gate} % |"));

    int Count(string status) => mutants.Count(mutant => mutant.Status == status);
}

lines.ForEach(Console.WriteLine);
return failed ? 1 : 0;

internal sealed record Mutant(string File, int Line, string Status, string Reason, string Mutator, string Replacement, bool IsStatic)
{
    public bool IsKept => IsStatic && Status == "Survived";

    public static List<Mutant> ReadAll(string report)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(report));
        var root = document.RootElement.GetProperty("projectRoot").GetString()!;

        return
        [
            .. from file in document.RootElement.GetProperty("files").EnumerateObject()
               from mutant in file.Value.GetProperty("mutants").EnumerateArray()
               select new Mutant(
                   Path.GetRelativePath(root, file.Name),
                   mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
                   Text(mutant, "status"),
                   Text(mutant, "statusReason"),
                   Text(mutant, "mutatorName"),
                   Text(mutant, "replacement").ReplaceLineEndings(" "),
                   mutant.TryGetProperty("static", out var isStatic) && isStatic.ValueKind == JsonValueKind.True),
        ];
    }

    private static string Text(JsonElement mutant, string name) =>
        mutant.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
