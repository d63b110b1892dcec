using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using TelegramMiniApp.AspNetCore;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>Schemes with settings that a host starts with.</summary>
internal static class Schemes
{
    public static AuthenticationBuilder AddVk(
        this AuthenticationBuilder builder,
        string scheme = VkMiniAppDefaults.AuthenticationScheme,
        Action<VkMiniAppOptions>? configure = null) =>
        builder.AddVkMiniApp(scheme, options =>
        {
            options.AddApp(6736218, "a key");
            configure?.Invoke(options);
        });

    public static AuthenticationBuilder AddTelegram(this AuthenticationBuilder builder, Action<TelegramMiniAppOptions>? configure = null) =>
        builder.AddTelegramMiniApp(options =>
        {
            options.BotToken = "7342037359:not-a-real-token-of-any-bot_000000";
            configure?.Invoke(options);
        });

    public static AuthenticationBuilder AddMax(this AuthenticationBuilder builder) =>
        builder.AddMaxMiniApp(options => options.BotToken = "not-a-real-token-of-any-bot");
}
