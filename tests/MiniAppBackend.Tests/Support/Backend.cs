using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.Testing;
using VkMiniApp;
using VkMiniApp.Testing;

namespace MiniAppBackend.Tests;

/// <summary>The sample as it is, in memory, but for the clock. Its launches are signed with its own settings, not faked.</summary>
public sealed class Backend : WebApplicationFactory<Program>
{
    private readonly MiniAppClock _clock = new();

    public void Advance(TimeSpan time) => _clock.Advance(time);

    public Task<HttpResponseMessage> GetAsync(string path, VkLaunchParamsDescriptor launch) => GetAsync(path, new VkTestLaunch(launch));

    public async Task<HttpResponseMessage> GetAsync(string path, VkTestLaunch launch)
    {
        using var client = this.CreateVkClient(launch);
        return await client.GetAsync(path);
    }

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
