using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.Testing;
using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>The sample as it is, in memory, but for the clock. Its launches are signed, not faked.</summary>
public sealed class Backend : WebApplicationFactory<Program>
{
    /// <summary>The example of VK's documentation, with which the sample starts in Development.</summary>
    public const long AppId = 6736218;

    /// <summary>The key that VK publishes for it.</summary>
    public const string Secret = "wvl68m4dR1UpLrVRli";

    private readonly TestClock _clock = new(1_700_000_000);

    public void Advance(TimeSpan time) => _clock.Advance(time);

    public string Sign(VkLaunchParamsDescriptor launch, long appId = AppId, string secret = Secret) =>
        new VkLaunchParamsSigner(appId, secret, _clock).SignQuery(launch);

    public Task<HttpResponseMessage> GetAsync(string path, VkLaunchParamsDescriptor launch) => GetAsync(path, $"Bearer {Sign(launch)}");

    public async Task<HttpResponseMessage> GetAsync(string path, string? authorization = null)
    {
        using var client = CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (authorization is not null)
        {
            request.Headers.Add("Authorization", authorization);
        }

        return await client.SendAsync(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock));
}
