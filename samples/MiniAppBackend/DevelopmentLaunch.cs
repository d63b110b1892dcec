using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.Extensions.Options;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend;

/// <summary>Launches to try the back end with before there is a mini app. The real ones are signed by the platforms.</summary>
internal static class DevelopmentLaunch
{
    /// <summary>In Development, prints requests that the server accepts, as soon as it listens. They are good for as long as a launch is.</summary>
    public static void PrintCurlLines(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.Lifetime.ApplicationStarted.Register(() =>
            {
                foreach (var line in CurlLines(app.Services, app.Urls.First()))
                {
                    Console.WriteLine(line);
                }
            });
        }
    }

    /// <summary>A line for each platform that the settings hold a key of.</summary>
    internal static IEnumerable<string> CurlLines(IServiceProvider services, string address)
    {
        if (VkToken(services) is { } vk)
        {
            yield return $"curl -H \"Authorization: Bearer {vk}\" {address}/me";
        }

        if (TelegramToken(services) is { } telegram)
        {
            yield return $"curl -H \"Authorization: tma {telegram}\" {address}/telegram/me";
        }

        if (MaxToken(services) is { } max)
        {
            yield return $"curl -H \"Authorization: max {max}\" {address}/max/me";
        }
    }

    private static string? VkToken(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get(VkMiniAppDefaults.AuthenticationScheme)
            is { AppId: { } appId, AppSecret: { } secret } options
            ? new VkLaunchParamsSigner(appId, secret, options.TimeProvider)
                .SignToken(new VkLaunchParamsDescriptor { UserId = 42, GroupId = 1, ViewerGroupRole = VkGroupRole.Admin })
            : null;

    private static string? TelegramToken(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<TelegramMiniAppOptions>>().Get(TelegramMiniAppDefaults.AuthenticationScheme)
            is { BotToken: { } botToken } options
            ? new TelegramInitDataSigner(botToken, options.TimeProvider)
                .SignToken(new TelegramInitDataDescriptor { User = new TelegramUser { Id = 42, FirstName = "Ada", LanguageCode = "ru" } })
            : null;

    private static string? MaxToken(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<MaxMiniAppOptions>>().Get(MaxMiniAppDefaults.AuthenticationScheme)
            is { BotToken: { } botToken } options
            ? new MaxInitDataSigner(botToken, options.TimeProvider)
                .SignToken(new MaxInitDataDescriptor { User = new MaxUser { Id = 42, FirstName = "Ada", LanguageCode = "ru" } })
            : null;
}
