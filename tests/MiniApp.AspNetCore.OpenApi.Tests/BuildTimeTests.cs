using TestSupport;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>A document that is made as the application is built, where there are no keys.</summary>
public sealed class BuildTimeTests
{
    [Fact]
    public async Task Document_is_made_without_keys_and_says_the_same()
    {
        var document = new Document(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/DocumentedAtBuild/obj/DocumentedAtBuild.json")));

        Assert.Equal("""[{"VkMiniApp":[]}]""", document.SecurityOf("/me"));
        Assert.Null(document.SecurityOf("/open"));
        Assert.All(
            ["VkMiniApp", "TelegramMiniApp", "MaxMiniApp"],
            scheme => Assert.Contains($"\"{scheme}\":{{", document.SecuritySchemes, StringComparison.Ordinal));
    }
}
