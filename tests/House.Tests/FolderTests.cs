namespace House.Tests;

/// <summary>How the folders stand.</summary>
public sealed class FolderTests
{
    private const string ByAll = "The tests that every platform shares are in tests/TestSupport.AspNetCore.";

    /// <summary>Folders whose code is tested from another one.</summary>
    private static readonly Dictionary<string, string> TestedElsewhere = new(StringComparer.Ordinal)
    {
        ["src/MaxMiniApp.AspNetCore/Events"] = ByAll,
        ["src/MaxMiniApp.AspNetCore/Retrieval"] = ByAll,
        ["src/TelegramMiniApp.AspNetCore/Events"] = ByAll,
        ["src/TelegramMiniApp.AspNetCore/Retrieval"] = ByAll,
        ["src/MiniApp.AspNetCore/InitData"] = ByAll,
    };

    [Fact]
    public void What_is_internal_stands_beside_the_public_type_that_it_serves() => Rule.Holds(
        from folder in Tree.Folders(Tree.Files)
        where folder.Split('/')[^1] is "Internal" or "Internals"
        select (folder, "tells nothing of what is in it"));

    [Fact]
    public void Each_folder_of_code_has_a_folder_of_tests() => Rule.Holds(
        from folder in SourceCode.Files.Select(file => Tree.FolderOf(file.FilePath)).Distinct(StringComparer.Ordinal)
        let tests = MirrorOf(folder)
        where !SourceCode.TestFiles.Any(file => Tree.FolderOf(file.FilePath) == tests)
        select (folder, $"has no tests in {tests}"), TestedElsewhere);

    private static string MirrorOf(string folder)
    {
        var parts = folder.Split('/');
        return string.Join('/', ["tests", parts[1] + ".Tests", .. parts[2..]]);
    }
}
