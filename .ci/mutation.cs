#:property PublishAot=false
#:property RunAnalyzers=false
// Prints a line for each project whose mutants were tested, and each that survived:
//   dotnet run .ci/mutation.cs -- FOLDER...
// FOLDER is what Stryker wrote a project's reports into. The score is Stryker's: of the mutants that compile and are not excluded, those that a
// test noticed, by failing or by not coming to an end.
using System.Globalization;
using System.Text.Json;

var lines = new List<string> { "| Project | Killed | Timeout | Survived | No coverage | Excluded | Score |", "|---|---|---|---|---|---|---|" };
foreach (var folder in args)
{
    var report = Path.Combine(folder, "reports", "mutation-report.json");
    var name = Path.GetFileName(folder);
    if (!File.Exists(report))
    {
        lines.Add($"| {name} | - | - | - | - | - | no report |");
        continue;
    }

    using var document = JsonDocument.Parse(File.ReadAllBytes(report));
    var root = document.RootElement.GetProperty("projectRoot").GetString()!;
    var mutants = document.RootElement.GetProperty("files").EnumerateObject()
        .SelectMany(file => file.Value.GetProperty("mutants").EnumerateArray().Select(mutant => new Mutant(
            Path.GetRelativePath(root, file.Name),
            mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
            mutant.GetProperty("status").GetString()!,
            mutant.TryGetProperty("statusReason", out var reason) ? reason.GetString() ?? "" : "",
            mutant.GetProperty("mutatorName").GetString()!,
            mutant.TryGetProperty("replacement", out var text) ? text.GetString() ?? "" : "")))
        .ToList();

    foreach (var mutant in mutants.Where(mutant => mutant.Status is "Survived" or "NoCoverage"))
    {
        Console.WriteLine($"{mutant.File}:{mutant.Line} {mutant.Status}: {mutant.Mutator} to {mutant.Replacement.ReplaceLineEndings(" ")}");
    }

    // What a block's own mutant covers already is left out by Stryker itself; only a comment in the code excludes.
    var excluded = mutants.Count(mutant => mutant.Status == "Ignored" && !mutant.Reason.Contains("block already covered", StringComparison.Ordinal));
    var (killed, timeout, survived, uncovered) = (Count("Killed"), Count("Timeout"), Count("Survived"), Count("NoCoverage"));
    var all = killed + timeout + survived + uncovered;
    var score = all == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * (killed + timeout) / all:F1} %");
    lines.Add($"| {name} | {killed} | {timeout} | {survived} | {uncovered} | {excluded} | {score} |");

    int Count(string status) => mutants.Count(mutant => mutant.Status == status);
}

lines.ForEach(Console.WriteLine);

internal sealed record Mutant(string File, int Line, string Status, string Reason, string Mutator, string Replacement);
