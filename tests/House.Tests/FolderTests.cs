namespace House.Tests;

/// <summary>How the folders stand.</summary>
public sealed class FolderTests
{
    private const string ByAll = "The tests that every platform shares are in tests/TestSupport.AspNetCore.";
    private const string ByPlatform = "It is tested with the platforms that use it.";
    private const string InternalsTests = "Its tests are of types that are not public.";
    private const string InRoot = "Its tests are in the root of their project.";
    private const string InVk = "Its tests are in tests/MiniApp.Tests/Vk.";
    private const string InOtherSignatures = "Its tests are in tests/MiniApp.Tests/Vk/OtherSignatures.";

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
        ["src/MiniApp.Tool/Commands"] = InRoot,
        ["src/MiniApp.Tool/Inspection"] = InRoot,
        ["src/MiniApp.Tool/Keys"] = InRoot,
        ["src/MiniApp.Tool/Platforms"] = InRoot,
        ["src/MiniApp/InitData"] = ByPlatform,
        ["src/MiniApp/Signing"] = ByPlatform,
        ["src/MiniApp/Time"] = ByPlatform,
        ["src/MiniApp/Tokens"] = ByPlatform,
        ["src/MiniApp/Vk/Contacts"] = InOtherSignatures,
        ["src/MiniApp/Vk/CreatedHash"] = InOtherSignatures,
        ["src/MiniApp/Vk/Launch"] = InVk,
        ["src/MiniApp/Vk/Payments"] = InOtherSignatures,
    };

    private static readonly Dictionary<string, string> NamedInternal = new(StringComparer.Ordinal)
    {
        ["tests/MiniApp.AspNetCore.Tests/Internal"] = InternalsTests,
        ["tests/MiniApp.Tests/Vk/Internals"] = InternalsTests,
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
