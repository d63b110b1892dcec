using Microsoft.Extensions.DependencyInjection;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>The package's promises, in a file that a change to them has to touch.</summary>
public class PublicApiTests
{
    [Fact]
    public void Public_surface_is_the_approved_one() => PublicApi.AssertApproved(typeof(MiniAppRedisServiceCollectionExtensions).Assembly);
}
