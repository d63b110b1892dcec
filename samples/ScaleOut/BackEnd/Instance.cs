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

    public static Task RunAsync(string address, string redis, string settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddJsonFile(settings, optional: false, reloadOnChange: true);
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        builder.Services.AddMiniAppRedis(redis);
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
