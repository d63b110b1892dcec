using MiniApp.Testing;

namespace MaxMiniApp.Tests;

/// <summary>
/// The public surface is a promise. It changes only together with <c>PublicApi.approved.txt</c>, where a reviewer sees it.
/// </summary>
public class PublicApiTests
{
    [Fact]
    public void Public_surface_is_the_approved_one() => PublicApi.AssertApproved(typeof(MaxInitDataVerifier).Assembly);

    [Fact]
    public void Nothing_of_the_shared_code_is_public() => Assert.All(
        typeof(MaxInitDataVerifier).Assembly.GetExportedTypes(),
        type => Assert.Equal("MaxMiniApp", type.Namespace));

    [Fact]
    public void No_other_platform_is_named() => Assert.DoesNotMatch("Vk|Telegram", PublicApi.Describe(typeof(MaxInitDataVerifier).Assembly));
}
