using System.Security.Claims;
using MiniApp;
using MiniApp.AspNetCore;
using VkMiniApp.AspNetCore;

namespace ScaleOut.BackEnd;

/// <summary>The back end, of which several run: nothing in it knows of the others.</summary>
internal static class Instance
{
    /// <summary>The user who may ban others.</summary>
    public const long Operator = 1;

    /// <summary>Serves until it is stopped.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="redis">The Redis, or nothing: the instance then shares nothing.</param>
    /// <param name="settings">The file with the keys.</param>
    /// <param name="use">What a second use of a launch is.</param>
    public static Task RunAsync(string address, string redis, string settings, string use)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddJsonFile(settings, optional: false, reloadOnChange: true);
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        if (redis.Length > 0)
        {
            builder.Services.AddMiniAppRedis(redis);
        }

        builder.Services.Configure<LaunchLedgerOptions>(options => options.Use = Enum.Parse<LaunchUse>(use));
        builder.Services.AddAuthentication().AddVkMiniApp().AddMiniAppSessions();
        builder.Services.AddAuthorizationBuilder().AddPolicy("operator", policy => policy.RequireVkUser(Operator));

        var app = builder.Build();
        app.MapMiniAppSessions("/session");
        app.MapGet("/me", (ClaimsPrincipal user) => user.GetVkUserId()).RequireAuthorization();
        app.MapPost("/bans/{id:long}", (long id, MiniAppRevocations revocations) => revocations.BlockAsync(MiniAppSubject.VkUser(id), until: null))
            .RequireAuthorization("operator");
        return app.RunAsync();
    }
}
