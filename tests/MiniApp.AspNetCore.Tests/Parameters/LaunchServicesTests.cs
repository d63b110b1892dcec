using Microsoft.Extensions.DependencyInjection;
using VkMiniApp;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Launches that are not there are null, and everything else is as it was.</summary>
public sealed class LaunchServicesTests
{
    [Fact]
    public async Task Launch_that_is_not_there_is_null_and_another_service_is_missed()
    {
        await using var services = new ServiceCollection().AddSingleton("text").AddKeyedSingleton("key", "keyed").BuildServiceProvider();
        var launches = new LaunchServices(services, type => type == typeof(VkLaunchParams));

        Assert.Null(launches.GetRequiredService(typeof(VkLaunchParams)));
        Assert.Null(launches.GetService(typeof(Uri)));
        Assert.Throws<InvalidOperationException>(() => launches.GetRequiredService(typeof(Uri)));
        Assert.Equal("text", launches.GetRequiredService(typeof(string)));
        Assert.Equal("keyed", launches.GetKeyedService(typeof(string), "key"));
        Assert.Equal("keyed", launches.GetRequiredKeyedService(typeof(string), "key"));
    }
}
