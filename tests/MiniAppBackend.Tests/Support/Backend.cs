using MaxMiniApp;
using MaxMiniApp.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TelegramMiniApp;
using TelegramMiniApp.Testing;
using TestSupport;
using VkMiniApp;
using VkMiniApp.Testing;

namespace MiniAppBackend.Tests;

/// <summary>The sample as it is, in memory, but for the clock. Its launches are signed with its own settings, not faked.</summary>
public sealed class Backend : WebApplicationFactory<Program>
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public void Advance(TimeSpan time) => _clock.Advance(time);

    public string Sign(VkLaunchParamsDescriptor launch) => Services.SignVkLaunch(new VkTestLaunch(launch));

    public string SignLaunch(long userId = 42) => Sign(new VkLaunchParamsDescriptor { UserId = userId });

    public string SignForged() => Services.SignVkLaunch(new VkTestLaunch(userId: 42).Forged());

    public string Sign(TelegramUser user) => Services.SignTelegramInitData(Opened(user));

    public string Sign(TelegramUser user, string botToken) => Services.SignTelegramInitData(Opened(user).SignedBy(botToken));

    public string Sign(MaxUser user) => Services.SignMaxInitData(Opened(user));

    public string Sign(MaxUser user, string botToken) => Services.SignMaxInitData(Opened(user).SignedBy(botToken));

    public Task<HttpResponseMessage> GetAsync(string path, VkLaunchParamsDescriptor launch) => GetAsync(path, new VkTestLaunch(launch));

    public async Task<HttpResponseMessage> GetAsync(string path, VkTestLaunch launch)
    {
        using var client = this.CreateVkClient(launch);
        return await client.GetAsync(path);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? authorization = null) => SendAsync(HttpMethod.Get, path, authorization);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? authorization = null,
        HttpContent? body = null,
        params (string Name, string Value)[] headers)
    {
        using var client = CreateClient(new() { HandleCookies = false });
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (authorization is not null)
        {
            request.Headers.Add("Authorization", authorization);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting(UnwatchedSettings.Name, "false")
        .ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(_clock)
            .AddDataProtection().UseEphemeralDataProtectionProvider());

    private static TelegramTestLaunch Opened(TelegramUser user) => new(new TelegramInitDataDescriptor { User = user });

    private static MaxTestLaunch Opened(MaxUser user) => new(new MaxInitDataDescriptor { User = user });
}
