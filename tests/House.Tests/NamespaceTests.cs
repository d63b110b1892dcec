namespace House.Tests;

/// <summary>Whose namespace a file writes into.</summary>
public sealed class NamespaceTests
{
    private const string Registration = "Microsoft.Extensions.DependencyInjection";

    /// <summary>The namespaces of each project, all of them that users write but for those of the tool.</summary>
    private static readonly Dictionary<string, string[]> Own = new(StringComparer.Ordinal)
    {
        ["MiniApp"] = ["MiniApp", "VkMiniApp", "TelegramMiniApp", "MaxMiniApp"],
        ["MiniApp.Ed25519"] = ["TelegramMiniApp"],
        ["MiniApp.AspNetCore"] = ["MiniApp.AspNetCore", Registration, "Microsoft.AspNetCore.Builder"],
        ["VkMiniApp.AspNetCore"] = ["VkMiniApp.AspNetCore", Registration],
        ["TelegramMiniApp.AspNetCore"] = ["TelegramMiniApp.AspNetCore", Registration],
        ["MaxMiniApp.AspNetCore"] = ["MaxMiniApp.AspNetCore", Registration],
        ["MiniApp.AspNetCore.OpenApi"] = ["MiniApp.AspNetCore.OpenApi", Registration],
        ["MiniApp.AspNetCore.Redis"] = ["MiniApp.AspNetCore.Redis", Registration],
        ["MiniApp.AspNetCore.DevLauncher"] =
        [
            "MiniApp.AspNetCore.DevLauncher", "VkMiniApp.AspNetCore.DevLauncher", "TelegramMiniApp.AspNetCore.DevLauncher",
            "MaxMiniApp.AspNetCore.DevLauncher", "Microsoft.AspNetCore.Builder",
        ],
        ["MiniApp.Testing"] = ["MiniApp.Testing", "VkMiniApp.Testing", "TelegramMiniApp.Testing", "MaxMiniApp.Testing"],
        ["MiniApp.Tool"] =
        [
            "MiniApp.Tool", "MiniApp.Tool.Commands", "MiniApp.Tool.Completion", "MiniApp.Tool.HttpFiles", "MiniApp.Tool.Inspection", "MiniApp.Tool.Keys",
            "MiniApp.Tool.Platforms", "MiniApp.Tool.Proofs", "MiniApp.Tool.Serving", "MiniApp.Tool.Terminal",
        ],
    };

    [Fact]
    public void A_package_writes_into_its_own_namespaces_only() => Rule.Holds(
        from file in SourceCode.Files
        let project = file.FilePath.Split('/')[1]
        from name in SourceCode.Namespaces(file)
        where !Own.GetValueOrDefault(project, []).Contains(name, StringComparer.Ordinal)
        select (file.FilePath, $"writes into {name}"));

    [Fact]
    public void Tests_and_their_helpers_write_into_no_namespace_of_a_package() => Rule.Holds(
        from file in SourceCode.TestFiles
        from name in SourceCode.Namespaces(file)
        where name.Contains("MiniApp", StringComparison.Ordinal) && Own.Values.Any(names => names.Contains(name, StringComparer.Ordinal))
        select (file.FilePath, $"writes into {name}"));
}
