using MiniApp.Testing;

namespace TelegramMiniApp.Tests;

/// <summary>
/// The public surface is a promise. It changes only together with <c>PublicApi.approved.txt</c>, where a reviewer sees it.
/// </summary>
public class PublicApiTests
{
    [Fact]
    public void Public_surface_is_the_approved_one() => PublicApi.AssertApproved(typeof(TelegramInitDataVerifier).Assembly);

    [Fact]
    public void Nothing_of_the_shared_code_is_public() => Assert.All(
        typeof(TelegramInitDataVerifier).Assembly.GetExportedTypes(),
        type => Assert.Equal("TelegramMiniApp", type.Namespace));

    [Fact]
    public void No_other_platform_is_named() => Assert.DoesNotMatch("Vk|Max(?!Parameters|TokenLength)", PublicApi.Describe(typeof(TelegramInitDataVerifier).Assembly));
}
