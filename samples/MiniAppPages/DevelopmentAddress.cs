using Microsoft.Extensions.Options;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppPages;

/// <summary>An address to open the page at before there is a mini app. The real ones are signed by VK.</summary>
internal static class DevelopmentAddress
{
    /// <summary>In Development, prints it as soon as the server listens. It is good once, and for as long as a launch is.</summary>
    public static void PrintAddress(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(app.Urls.First() + Find(app.Services)));
        }
    }

    internal static string? Find(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get(VkMiniAppDefaults.AuthenticationScheme)
            is { AppId: { } appId, AppSecret: { } secret } options
            ? $"/?{new VkLaunchParamsSigner(appId, secret, options.TimeProvider).SignQuery(new VkLaunchParamsDescriptor { UserId = 42 })}"
            : null;
}
