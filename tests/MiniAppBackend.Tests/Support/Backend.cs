using MaxMiniApp;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.Testing;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>The sample as it is, in memory, but for the clock. Its launches are signed, not faked.</summary>
public sealed class Backend : WebApplicationFactory<Program>
{
    /// <summary>The example of VK's documentation, with which the sample starts in Development.</summary>
    public const long AppId = 6736218;

    /// <summary>The key that VK publishes for it.</summary>
    public const string Secret = "wvl68m4dR1UpLrVRli";

    /// <summary>The token that is made up in the sample's settings.</summary>
    public const string TelegramBotToken = "9000000000000000:AA-made-up-for-the-sample_of-no-bot";

    /// <summary>The token that is made up in the sample's settings.</summary>
    public const string MaxBotToken = "made-up-for-the-sample_of-no-bot-in-MAX";

    private readonly TestClock _clock = new(1_700_000_000);

    public void Advance(TimeSpan time) => _clock.Advance(time);

    public string Sign(VkLaunchParamsDescriptor launch, long appId = AppId, string secret = Secret) =>
        new VkLaunchParamsSigner(appId, secret, _clock).SignQuery(launch);

    public string SignLaunch(long userId = 42) => Sign(new VkLaunchParamsDescriptor { UserId = userId });

    public string Sign(TelegramUser user, string botToken = TelegramBotToken) =>
        new TelegramInitDataSigner(botToken, _clock).SignInitData(new TelegramInitDataDescriptor { User = user });

    public string Sign(MaxUser user, string botToken = MaxBotToken) =>
        new MaxInitDataSigner(botToken, _clock).SignInitData(new MaxInitDataDescriptor { User = user });

    public Task<HttpResponseMessage> GetAsync(string path, VkLaunchParamsDescriptor launch) => GetAsync(path, $"Bearer {Sign(launch)}");

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

    // Nobody changes the settings here; and a machine has few of the watchers that would wait for it.
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("hostBuilder:reloadConfigOnChange", "false")
        .ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(_clock)
            .AddDataProtection().UseEphemeralDataProtectionProvider());
}
