#:property PublishAot=false
#:property RunAnalyzers=false
// Merges the coverage of all test projects and fails below the gate:
//   dotnet run .ci/coverage.cs -- DIRECTORY GATE ASSEMBLY...
using System.Globalization;
using System.Xml.Linq;

var reports = Directory.GetFiles(args[0], "coverage.cobertura.xml", SearchOption.AllDirectories).Select(XDocument.Load).ToList();
var gate = double.Parse(args[1], CultureInfo.InvariantCulture);
var failed = args.Length < 3; // nothing to judge is no good news

// A line runs if it runs in any report; of its branches, those of the report that saw the most are counted, never more than there were.
var all = reports
    .SelectMany(report => Classes(report))
    .SelectMany(@class => @class.Element.Element("lines")!.Elements("line").Select(line => (@class.Assembly, @class.File, Line: line)))
    .Where(line => !line.File.Contains("/obj/", StringComparison.Ordinal)) // what generators wrote is theirs to test
    .GroupBy(line => (line.File, Number: (int)line.Line.Attribute("number")!))
    .Select(group => (
        group.Key,
        Assemblies: group.Select(line => line.Assembly).ToHashSet(StringComparer.Ordinal),
        Hit: group.Any(line => (long)line.Line.Attribute("hits")! > 0),
        Branches: group.Select(line => Branches(line.Line)).MaxBy(branches => (branches.Covered, branches.Total))))
    .ToList();

foreach (var assembly in args[2..])
{
    var lines = all.Where(line => line.Assemblies.Contains(assembly)).ToList();
    var lineRate = Percent(lines.Count(line => line.Hit), lines.Count);
    var branchRate = Percent(lines.Sum(line => line.Branches.Covered), lines.Sum(line => line.Branches.Total));
    var passes = lines.Count > 0 && lineRate >= gate && branchRate >= gate;
    failed |= !passes;

    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{(passes ? "ok  " : "FAIL")} {assembly}: {lineRate:F1} % of {lines.Count} lines, {branchRate:F1} % of {lines.Sum(line => line.Branches.Total)} branches (gate {gate} %)"));

    foreach (var line in lines.Where(line => !line.Hit || line.Branches.Covered < line.Branches.Total).OrderBy(line => line.Key))
    {
        Console.WriteLine($"       {line.Key.File}:{line.Key.Number} {(line.Hit ? $"branches {line.Branches.Covered}/{line.Branches.Total}" : "not run")}");
    }
}

return failed ? 1 : 0;

static IEnumerable<(string Assembly, string File, XElement Element)> Classes(XDocument report)
{
    var roots = report.Root!.Element("sources")!.Elements("source").Select(source => source.Value).ToList();
    return report.Root.Element("packages")!.Elements("package").SelectMany(package => package.Descendants("class")
        .Select(@class => ((string)package.Attribute("name")!, FullName((string)@class.Attribute("filename")!, roots), @class)));
}

// A report names files from roots of its own choosing.
static string FullName(string file, List<string> roots) =>
    Path.GetRelativePath(".", roots.Select(root => Path.Combine(root, file)).FirstOrDefault(File.Exists, file));

static double Percent(int part, int whole) => whole == 0 ? 100 : 100.0 * part / whole;

static (int Covered, int Total) Branches(XElement line)
{
    // condition-coverage="50% (1/2)"
    var text = (string?)line.Attribute("condition-coverage");
    var numbers = text?[(text.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split('/').Select(int.Parse).ToArray();
    return numbers is [var covered, var total] ? (covered, total) : (0, 0);
}
