namespace House.Tests;

/// <summary>How the folders stand.</summary>
public sealed class FolderTests
{
    private const string ByAll = "The tests that every platform shares are in tests/TestSupport.AspNetCore.";
    private const string ByPlatform = "It is tested with the platforms that use it.";
    private const string InternalsTests = "Its tests are of types that are not public.";
    private const string InRoot = "Its tests are in the root of their project.";

    /// <summary>Folders whose code is tested from another one.</summary>
    private static readonly Dictionary<string, string> TestedElsewhere = new(StringComparer.Ordinal)
    {
        ["src/MaxMiniApp.AspNetCore/Authorization"] = ByAll,
        ["src/MaxMiniApp.AspNetCore/Claims"] = ByAll,
        ["src/MaxMiniApp.AspNetCore/Events"] = ByAll,
        ["src/MaxMiniApp.AspNetCore/Retrieval"] = ByAll,
        ["src/TelegramMiniApp.AspNetCore/Authorization"] = ByAll,
        ["src/TelegramMiniApp.AspNetCore/Claims"] = ByAll,
        ["src/TelegramMiniApp.AspNetCore/Events"] = ByAll,
        ["src/TelegramMiniApp.AspNetCore/Retrieval"] = ByAll,
        ["src/VkMiniApp.AspNetCore/Claims"] = InRoot,
        ["src/VkMiniApp.AspNetCore/Events"] = InRoot,
        ["src/VkMiniApp.AspNetCore/Failures"] = InRoot,
        ["src/VkMiniApp.AspNetCore/Retrieval"] = InRoot,
        ["src/MiniApp.AspNetCore/Authorization"] = ByPlatform,
        ["src/MiniApp.AspNetCore/Challenge"] = InRoot,
        ["src/MiniApp.AspNetCore/Claims"] = InRoot,
        ["src/MiniApp.AspNetCore/Diagnostics"] = InRoot,
        ["src/MiniApp.AspNetCore/Events"] = InRoot,
        ["src/MiniApp.AspNetCore/Failures"] = ByPlatform,
        ["src/MiniApp.AspNetCore/Retrieval"] = InRoot,
        ["src/MiniApp.AspNetCore/Settings"] = InRoot,
    };

    private static readonly Dictionary<string, string> NamedInternal = new(StringComparer.Ordinal)
    {
        ["tests/MiniApp.AspNetCore.Tests/Internal"] = InternalsTests,
    };

    [Fact]
    public void What_is_internal_stands_beside_the_public_type_that_it_serves() => Rule.Holds(
        from folder in Tree.Folders(Tree.Files)
        where folder.Split('/')[^1] is "Internal" or "Internals"
        select (folder, "tells nothing of what is in it"), NamedInternal);

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
