using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.Extensions.Options;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBlazor;

/// <summary>Addresses to open the app at before there is a mini app. The real ones are signed by the platforms.</summary>
internal static class DevelopmentAddresses
{
    /// <summary>In Development, prints them as soon as the server listens. Each is good once, and for as long as a launch is.</summary>
    public static void PrintAddresses(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(string.Join(
                '\n', Find(app.Services).Select(address => app.Urls.First() + address))));
        }
    }

    internal static IEnumerable<string> Find(IServiceProvider services)
    {
        if (Options<VkMiniAppOptions>(services, VkMiniAppDefaults.AuthenticationScheme) is { AppId: { } id, AppSecret: { } secret } vk)
        {
            yield return $"/?{new VkLaunchParamsSigner(id, secret, vk.TimeProvider).SignQuery(new() { UserId = 42 })}";
        }

        if (Options<TelegramMiniAppOptions>(services, TelegramMiniAppDefaults.AuthenticationScheme) is { BotToken: { } telegramBot } telegram)
        {
            var initData = new TelegramInitDataSigner(telegramBot, telegram.TimeProvider).SignInitData(new() { User = new() { Id = 42, FirstName = "Ada" } });
            yield return $"/start#tgWebAppData={Uri.EscapeDataString(initData)}&tgWebAppVersion=9.5&tgWebAppPlatform=web";
        }

        if (Options<MaxMiniAppOptions>(services, MaxMiniAppDefaults.AuthenticationScheme) is { BotToken: { } maxBot } max)
        {
            var initData = new MaxInitDataSigner(maxBot, max.TimeProvider).SignInitData(new() { User = new() { Id = 42, FirstName = "Ada" } });
            yield return $"/start#WebAppData={Uri.EscapeDataString(initData)}&WebAppPlatform=web&WebAppVersion=26.2";
        }
    }

    private static TOptions Options<TOptions>(IServiceProvider services, string scheme) =>
        services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(scheme);
}
