#:property PublishAot=false
#:property RunAnalyzers=false
// Fails unless the packages of two folders are the same, name the commit, and run nothing where they are installed:
//   dotnet run .ci/same-packages.cs -- COMMIT FOLDER FOLDER
// The second folder may lack packages of the first, as who verifies one package does, and its packages may be signed.
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

const string Signature = ".signature.p7s";

var (commit, built, others) = (args[0], args[1], args[2]);
var faults = new List<string>();
var compared = Directory.GetFiles(others, "*.*nupkg").Order(StringComparer.Ordinal).ToList();

foreach (var path in compared)
{
    var name = Path.GetFileName(path);
    if (!File.Exists(Path.Combine(built, name)))
    {
        faults.Add($"{name} is not among what was built");
        continue;
    }

    var isSame = File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(built, name)));
    using var ours = ZipFile.OpenRead(Path.Combine(built, name));
    using var theirs = ZipFile.OpenRead(path);
    var differences = Differences(ours, theirs).ToList();
    var isSigned = theirs.GetEntry(Signature) is not null;
    Console.WriteLine($"{name}: {(isSame ? "the same bytes" : differences.Count > 0 ? "different" : isSigned ? "the same, and signed" : "the same entries in another file")}");

    faults.AddRange(differences.Select(difference => $"{name} {difference}"));
    if (!isSame && !isSigned && differences.Count == 0)
    {
        faults.Add($"{name} has the same entries, with other dates or in another order");
    }

    // What NuGet or MSBuild would run, or put into the build, of whoever installs the package.
    faults.AddRange(ours.Entries
        .Where(entry => Regex.IsMatch(entry.FullName, @"^(build\w*|analyzers|contentFiles)/|\.(ps1|targets|props)$", RegexOptions.IgnoreCase))
        .Select(entry => $"{name} has {entry.FullName}, which would run or be built elsewhere"));

    // Source Link is in a debugger's file as it stands: where each source of this commit is.
    faults.AddRange(ours.Entries
        .Where(entry => entry.FullName.EndsWith(".pdb", StringComparison.Ordinal) && Read(entry).AsSpan().IndexOf(Encoding.UTF8.GetBytes($"/{commit}/*")) < 0)
        .Select(entry => $"{name} has {entry.FullName}, which does not say where its sources are"));
    if (name.EndsWith(".snupkg", StringComparison.Ordinal) && !ours.Entries.Any(entry => entry.FullName.EndsWith(".pdb", StringComparison.Ordinal)))
    {
        faults.Add($"{name} has no symbols");
    }

    var nuspec = ours.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal) && !entry.FullName.Contains('/'));
    using var reader = nuspec.Open();
    if (XDocument.Load(reader).Descendants().SingleOrDefault(element => element.Name.LocalName == "repository")?.Attribute("commit")?.Value != commit)
    {
        faults.Add($"{name} does not name the commit {commit}");
    }
}

faults.ForEach(fault => Console.WriteLine($"FAIL {fault}"));
Console.WriteLine($"{compared.Count} packages, {faults.Count} faults");
return faults.Count == 0 && compared.Count > 0 ? 0 : 1;

static IEnumerable<string> Differences(ZipArchive ours, ZipArchive theirs) => ours.Entries.Concat(theirs.Entries)
    .Select(entry => entry.FullName)
    .Where(name => name != Signature)
    .Distinct(StringComparer.Ordinal)
    .Where(name => ours.GetEntry(name) is not { } one || theirs.GetEntry(name) is not { } other || !Read(one).AsSpan().SequenceEqual(Read(other)))
    .Select(name => $"differs in {name}");

static byte[] Read(ZipArchiveEntry entry)
{
    using var content = new MemoryStream();
    using var stream = entry.Open();
    stream.CopyTo(content);
    return content.ToArray();
}
