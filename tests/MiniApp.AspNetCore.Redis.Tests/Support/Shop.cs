using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using TestSupport;
using VkMiniApp;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>An instance of a back end for VK: <c>/me</c> takes any launch, <c>/pay</c> an unused one.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private const long AppId = 6736218;
    private const string Secret = "wvl68m4dR1UpLrVRli";

    private readonly WebApplication _app;

    private Shop(WebApplication app, LogCollector log) => (_app, Log) = (app, log);

    public LogCollector Log { get; }

    public MiniAppRevocations Revocations => _app.Services.GetRequiredService<MiniAppRevocations>();

    public static async Task<Shop> StartAsync(string redis, TimeProvider clock, Action<MiniAppRedisOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder([UnwatchedSettings.Argument]);
        var log = new LogCollector();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(clock);
        builder.Services.AddAuthentication().AddVkMiniApp(options =>
        {
            options.AddApp(AppId, Secret);
            options.TimeProvider = clock;
        });
        builder.Services.AddAuthentication().AddMiniAppSessions();
        builder.Services.AddAuthorization();
        builder.Services.AddMiniAppRedis(redis, configure);
        builder.Services.AddHealthChecks().AddMiniAppRedis().AddMiniAppRevocations();
        var app = builder.Build();
        app.MapGet("/me", () => "you").RequireAuthorization();
        app.MapPost("/pay", () => "paid").RequireAuthorization().RequireUnusedLaunch();
        app.MapMiniAppSessions("/session");
        await app.StartAsync();
        return new(app, log);
    }

    /// <summary>A launch that VK signs now, as the query that a page has.</summary>
    public static string Launch(TimeProvider clock, long userId = 42) =>
        new VkLaunchParamsSigner(AppId, Secret, clock).SignQuery(new VkLaunchParamsDescriptor { UserId = userId });

    /// <summary>The same launch in other words.</summary>
    public static string[] Spellings(string query)
    {
        var reversed = string.Join('&', query.Split('&').Reverse());
        return
        [
            Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query)),
            Convert.ToBase64String(Encoding.ASCII.GetBytes(query)),
            Base64Url.EncodeToString(Encoding.ASCII.GetBytes("?" + query)),
            Base64Url.EncodeToString(Encoding.ASCII.GetBytes(reversed)),
            Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query + "&unsigned=1")),
            Base64Url.EncodeToString(Encoding.ASCII.GetBytes("unsigned=2&" + query)),
        ];
    }

    /// <summary>The status of a call, and the reason of its challenge.</summary>
    public async Task<string> AskAsync(string path, string token, string binding = "binding-of-the-page")
    {
        using var client = _app.GetTestClient();
        using var request = new HttpRequestMessage(path is "/pay" or "/session" ? HttpMethod.Post : HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        request.Headers.Add("Launch-Binding", binding);
        using var response = await client.SendAsync(request);
        var challenge = response.Headers.WwwAuthenticate.ToString();
        var reason = challenge.Split("reason=\"") is [_, var rest] ? " " + rest.Split('"')[0] : "";
        return $"{(int)response.StatusCode}{reason}{(response.Headers.RetryAfter is null ? "" : " retry")}";
    }

    /// <summary>The tokens for a launch or for a refresh token; those of nobody where there are none.</summary>
    public async Task<(string Access, string Refresh)> ExchangeAsync(string? launch, string? refresh = null)
    {
        using var client = _app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, refresh is null ? "/session" : "/session/refresh");
        if (launch is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + launch);
            request.Headers.Add("Launch-Binding", "binding-of-the-page");
        }

        request.Content = refresh is null ? null : JsonContent.Create(new { refreshToken = refresh });
        using var response = await client.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            return (((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), "");
        }

        using var tokens = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        return (tokens.RootElement.GetProperty("accessToken").GetString()!, tokens.RootElement.GetProperty("refreshToken").GetString()!);
    }

    public async Task<HealthStatus> HealthAsync() => (await _app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
