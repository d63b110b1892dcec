#:property PublishAot=false
#:property RunAnalyzers=false
// Opens the packages and fails unless whoever uses another package's internals demands exactly its version:
//   dotnet run .ci/friends.cs -- FOLDER MOST
// FOLDER has the packages, each in one version; MOST is how many such friendships there may be.
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

var packages = Directory.GetFiles(args[0], "*.nupkg").Select(Package.Open).ToDictionary(package => package.Id, StringComparer.Ordinal);
var most = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
var faults = new List<string>();

// A friend that carries the assembly in its own package, as a tool does, can't meet another version of it.
var friendships = packages.Values
    .SelectMany(home => home.Friends.Where(packages.ContainsKey).Select(friend => (Home: home, Friend: packages[friend])))
    .Where(pair => !pair.Friend.Assemblies.Contains(pair.Home.Id + ".dll"))
    .ToList();

foreach (var (home, friend) in friendships)
{
    var demanded = friend.Dependencies.GetValueOrDefault(home.Id, "nothing");
    Console.WriteLine($"{friend.Id} sees the internals of {home.Id}, and demands {demanded}");
    if (demanded != $"[{home.Version}]" && demanded != $"[{home.Version}, {home.Version}]")
    {
        faults.Add($"{friend.Id} must demand exactly [{home.Version}] of {home.Id}: ExactVersion=\"true\" on its ProjectReference");
    }
}

// The one friend whose package has the assembly: were it not found, nothing else would be.
if (packages.GetValueOrDefault("MiniApp")?.Friends.Contains("MiniApp.Tool") != true)
{
    faults.Add("MiniApp.Tool is no friend of MiniApp, so that nobody's friends were read");
}

if (friendships.Count > most)
{
    faults.Add($"{friendships.Count} friendships, at most {most} may be");
}

// Every other dependency between these packages is on the version that it was packed with, or a newer one.
faults.AddRange(
    from package in packages.Values
    from dependency in package.Dependencies
    where packages.ContainsKey(dependency.Key) && !friendships.Any(pair => pair.Friend == package && pair.Home.Id == dependency.Key)
    where dependency.Value != packages[dependency.Key].Version
    select $"{package.Id} must demand {packages[dependency.Key].Version} of {dependency.Key} or newer, not {dependency.Value}");

foreach (var fault in faults)
{
    Console.WriteLine($"FAIL {fault}");
}

Console.WriteLine($"{packages.Count} packages, {friendships.Count} friendships");
return faults.Count == 0 && packages.Count > 0 ? 0 : 1;

internal sealed record Package(
    string Id, string Version, IReadOnlyDictionary<string, string> Dependencies, IReadOnlySet<string> Assemblies, IReadOnlyList<string> Friends)
{
    public static Package Open(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        var id = Text("id");

        return new Package(
            id,
            Text("version"),
            metadata.Descendants()
                .Where(element => element.Name.LocalName == "dependency")
                .ToDictionary(element => (string)element.Attribute("id")!, element => (string)element.Attribute("version")!, StringComparer.Ordinal),
            archive.Entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal),
            [.. archive.Entries.Where(entry => entry.Name == id + ".dll").SelectMany(FriendsOf).Distinct(StringComparer.Ordinal)]);

        string Text(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
    }

    private static IReadOnlyList<string> FriendsOf(ZipArchiveEntry entry)
    {
        using var compressed = entry.Open();
        using var image = new MemoryStream();
        compressed.CopyTo(image);
        image.Position = 0;
        using var file = new PEReader(image);
        var reader = file.GetMetadataReader();

        // A value begins with two bytes, then has its one string: the friend's name, perhaps with its key behind a comma.
        return
        [
            .. reader.GetAssemblyDefinition().GetCustomAttributes()
                .Select(reader.GetCustomAttribute)
                .Where(attribute => NameOf(reader, attribute) == "InternalsVisibleToAttribute")
                .Select(attribute =>
                {
                    var value = reader.GetBlobReader(attribute.Value);
                    value.Offset = 2;
                    return value.ReadSerializedString()!.Split(',')[0];
                }),
        ];
    }

    private static string NameOf(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor is { Kind: HandleKind.MemberReference } constructor
        && reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
            ? reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name)
            : "";
}
