using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>An instance on the real server, with sessions and a hub that takes them as well as launches.</summary>
internal sealed class HubHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HubHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<HubHost> StartAsync(string redis, long appId, string secret)
    {
        var builder = WebApplication.CreateSlimBuilder([UnwatchedSettings.Argument]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fromAddress = TokenRetrieval.FirstOf(
            TokenRetrieval.FromAuthorizationHeader("Bearer"), TokenRetrieval.FromQuery("access_token", "/hubs"));
        builder.Services.AddAuthentication()
            .AddVkMiniApp(options =>
            {
                options.AddApp(appId, secret);
                options.TokenRetriever = fromAddress;
            })
            .AddMiniAppSessions(options => options.TokenRetriever = fromAddress);
        builder.Services.AddAuthorization();
        builder.Services.AddSignalR();
        builder.Services.AddMiniAppRedis(redis, options => options.Timeout = TimeSpan.FromSeconds(2));

        var app = builder.Build();
        app.MapMiniAppSessions("/session");
        app.MapHub<WhoHub>("/hubs/who");
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Authorize]
    private sealed class WhoHub : Hub
    {
        public string? WhoAmI() => Context.UserIdentifier;
    }
}
