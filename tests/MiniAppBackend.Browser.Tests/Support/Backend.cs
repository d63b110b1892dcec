using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VkMiniApp;
using VkMiniApp.Testing;

namespace MiniAppBackend.Browser.Tests;

/// <summary>The sample as it is, on a port of its own, but for the clock.</summary>
internal sealed class Backend : WebApplicationFactory<Program>
{
    /// <summary>The example of VK's documentation, with which the sample starts in Development.</summary>
    public const long AppId = 6736218;

    /// <summary>The key that VK publishes for it.</summary>
    public const string Secret = "wvl68m4dR1UpLrVRli";

    private readonly string? _webRoot;
    private readonly Action<IServiceCollection>? _configure;
    private readonly LauncherLines _lines = new();

    /// <param name="webRoot">Where the page's build is, or <see langword="null"/> for the sample's own <c>wwwroot</c>.</param>
    /// <param name="configure">Adds to the sample's services.</param>
    public Backend(string? webRoot = null, Action<IServiceCollection>? configure = null)
    {
        _webRoot = webRoot;
        _configure = configure;
        this.StartOnKestrel();
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>The address of the launcher at a path, as the back end printed it.</summary>
    public string LauncherAddress(string path) => _lines.Address(path);

    public string Sign(VkLaunchParamsDescriptor launch) => Services.SignVkLaunch(new VkTestLaunch(launch));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (_webRoot is not null)
        {
            builder.UseWebRoot(_webRoot);
        }

        builder.UseSetting(UnwatchedSettings.Name, "false");
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.ConfigureLogging(logging => logging.AddProvider(_lines));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            _configure?.Invoke(services);
        });
    }
}
