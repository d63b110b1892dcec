using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp;

namespace MiniAppPages.Tests;

/// <summary>A sample as it is, but for the clock and for who may frame it.</summary>
/// <typeparam name="TEntryPoint">A type of the sample.</typeparam>
internal sealed class SampleApp<TEntryPoint> : WebApplicationFactory<TEntryPoint>
    where TEntryPoint : class
{
    private readonly string _frameAncestors;

    /// <param name="frameAncestors">The origin of the page that may show the sample's in a frame, besides the platforms'.</param>
    public SampleApp(string frameAncestors = "https://vk.example")
    {
        _frameAncestors = frameAncestors;
        ClientOptions.BaseAddress = new Uri("https://localhost");
    }

    public TestClock Clock { get; } = new(1_700_000_000);

    /// <summary>Where the sample listens, under a name of another site than <c>localhost</c>.</summary>
    public Uri StartOnPort()
    {
        this.StartOnKestrel();
        return new UriBuilder(ClientOptions.BaseAddress) { Host = "127.0.0.1" }.Uri;
    }

    /// <summary>The address that VK opens the app at, signed with the key of VK's own example.</summary>
    public string Address(long userId = 42, string path = "/", TimeSpan age = default) =>
        $"{path}?{new VkLaunchParamsSigner(6736218, "wvl68m4dR1UpLrVRli", Clock).SignQuery(
            new VkLaunchParamsDescriptor { UserId = userId, Timestamp = Clock.GetUtcNow() - age })}";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting(UnwatchedSettings.Name, "false");
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("FrameAncestors:0", _frameAncestors);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
