using TestSupport;
using VkMiniApp;

namespace MiniApp.Tests;

/// <summary>
/// The public surface is a promise. It changes only together with <c>PublicApi.approved.txt</c>, where a reviewer sees it.
/// </summary>
public class PublicApiTests
{
    [Fact]
    public void Public_surface_is_the_approved_one() => PublicApi.AssertApproved(typeof(VkLaunchParamsVerifier).Assembly);
}
