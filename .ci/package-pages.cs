#:property PublishAot=false
#:property RunAnalyzers=false
// Opens the packages and fails unless each tells its user, and a search, what it is:
//   dotnet run .ci/package-pages.cs -- FOLDER ID...
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

const string Repository = "https://github.com/VkMiniApp/VkMiniApp.AspNetCore";
const string Pages = Repository + "/blob/main/";

// A platform's page speaks of no other platform.
(string Package, string Word)[] platforms = [("VkMiniApp.", "VK"), ("TelegramMiniApp.", "Telegram"), ("MaxMiniApp.", "MAX")];
var faults = new List<string>();

foreach (var id in args[1..])
{
    using var package = ZipFile.OpenRead(Directory.GetFiles(args[0], id + ".*.nupkg").Single(path => Regex.IsMatch(Path.GetFileName(path)[id.Length..], @"^\.\d")));
    var nuspec = XDocument.Parse(Read(package, id + ".nuspec")).Root!.Elements().Single();
    var page = Read(package, Text("readme"));
    var type = (string?)nuspec.Descendants().SingleOrDefault(element => element.Name.LocalName == "packageType")?.Attribute("name");

    string[] files = type switch
    {
        "DotnetTool" => [$"tools/net10.0/any/{id}.dll", "tools/net10.0/any/DotnetToolSettings.xml"],
        "Template" => ["content/miniapp/.template.config/template.json", "content/miniapp/.gitignore"],
        _ => [$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"],
    };
    foreach (var file in files.Where(file => package.GetEntry(file) is null))
    {
        Fault($"has no {file}");
    }

    foreach (var element in new[] { "description", "tags", "releaseNotes", "license", "authors" }.Where(element => Text(element).Length == 0))
    {
        Fault($"has no {element}");
    }

    if (Text("projectUrl") != Repository || (string?)Element("repository")?.Attribute("url") != Repository)
    {
        Fault("does not lead to the repository");
    }

    if (!page.StartsWith($"# {id}\n", StringComparison.Ordinal) || !Regex.IsMatch(page, $"^dotnet (add package|tool install.*|new install) {Regex.Escape(id)}$", RegexOptions.Multiline))
    {
        Fault("has a page that does not begin with its name, or does not say how to install it");
    }

    if (page.Count(character => character == '\n') > 50)
    {
        Fault("has a page that is no page but a book");
    }

    foreach (var link in Regex.Matches(page, @"\]\(([^)\s]+)").Select(match => match.Groups[1].Value))
    {
        var file = link.StartsWith(Pages, StringComparison.Ordinal) ? link[Pages.Length..].Split('#')[0] : null;
        if (!link.StartsWith("https://", StringComparison.Ordinal) || file is not null && !File.Exists(file))
        {
            Fault($"has a link that leads nowhere: {link}");
        }
    }

    // The repository bears VK's name, so links don't count.
    var own = platforms.FirstOrDefault(platform => id.StartsWith(platform.Package, StringComparison.Ordinal)).Word;
    var text = string.Join('\n', Regex.Replace(page, @"\]\([^)]*\)", ""), Text("description"), Text("tags"));
    foreach (var (_, word) in platforms.Where(platform => own is not null && platform.Word != own && Regex.IsMatch(text, $@"\b{platform.Word}", RegexOptions.IgnoreCase)))
    {
        Fault($"speaks of {word}");
    }

    void Fault(string what) => faults.Add($"{id} {what}");

    XElement? Element(string name) => nuspec.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    string Text(string name) => Element(name)?.Value ?? "";
}

faults.ForEach(fault => Console.WriteLine($"FAIL {fault}"));
Console.WriteLine($"{args.Length - 1} packages, {faults.Count} faults");
return faults.Count == 0 && args.Length > 1 ? 0 : 1;

static string Read(ZipArchive package, string name)
{
    using var reader = new StreamReader((package.GetEntry(name) ?? throw new InvalidDataException($"no {name}")).Open());
    return reader.ReadToEnd().ReplaceLineEndings("\n");
}
