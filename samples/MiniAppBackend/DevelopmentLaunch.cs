using Microsoft.Extensions.Options;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend;

/// <summary>A launch to try the back end with before there is a mini app. The real ones are signed by VK.</summary>
internal static class DevelopmentLaunch
{
    /// <summary>In Development, prints a request that the server accepts, as soon as it listens. It is good for as long as a launch is.</summary>
    public static void PrintCurlLine(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(CurlLine(app)));
        }
    }

    private static string CurlLine(WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get(VkMiniAppDefaults.AuthenticationScheme);
        var signer = new VkLaunchParamsSigner(options.AppId!.Value, options.AppSecret!, options.TimeProvider);
        var token = signer.SignToken(new VkLaunchParamsDescriptor { UserId = 42, GroupId = 1, ViewerGroupRole = VkGroupRole.Admin });

        return $"curl -H \"Authorization: Bearer {token}\" {app.Urls.First()}/me";
    }
}
