using System.Text.RegularExpressions;
using TestSupport;

namespace MiniAppBackend.Tests;

/// <summary>The drawings of docs/architecture.md against the tree that they draw.</summary>
public sealed partial class ArchitectureTests
{
    private const string Page = "docs/architecture.md";

    [Fact]
    public void Every_folder_on_a_way_is_there()
    {
        var folders = Ways.SelectMany(way => Folder().Matches(way)).Select(folder => folder.Value).Distinct(StringComparer.Ordinal);

        Assert.All(folders, folder => Assert.True(Directory.Exists(Path.Combine(Repository.Root, "src", folder)), folder));
    }

    [Fact]
    public void There_are_nine_ways() => Assert.Equal(9, Ways.Count());

    [Fact]
    public void The_house_has_every_package_and_every_room_of_the_two_floors()
    {
        var house = Drawings.First();
        var packages = Repository.Packages.Select(project => Path.GetFileNameWithoutExtension(project)!);
        var rooms = Rooms("MiniApp.AspNetCore").Concat(Rooms("MiniApp").SelectMany(room => room == "Vk"
            ? Rooms(Path.Combine("MiniApp", room)).Select(room => $"Vk/{room}")
            : [room]));

        Assert.All(packages, package => Assert.Contains(package, house, StringComparison.Ordinal));
        Assert.All(rooms, room => Assert.Contains($" {room}/ ", house, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Drawings => CodeBlock.All.Where(block => block is { Page: Page, Language: "text" }).Select(block => block.Text);

    private static IEnumerable<string> Ways => Drawings.Skip(1);

    private static IEnumerable<string> Rooms(string folder) =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src", folder))
            .Select(room => Path.GetFileName(room)!)
            .Where(room => room is not ("bin" or "obj"));

    /// <summary>A folder with another one above it, at the start of a line.</summary>
    [GeneratedRegex(@"^[\w.]+(/\w+)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Folder();
}
