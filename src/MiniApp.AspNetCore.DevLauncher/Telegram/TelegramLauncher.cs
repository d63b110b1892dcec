using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniApp;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>What the launcher has of Telegram.</summary>
internal sealed class TelegramLauncher(LaunchFactory launches, TelegramMiniAppLauncherOptions options) : ILauncherPlatform
{
    public string Name => "Telegram";

    public string Registration => "AddTelegramMiniApp()";

    public Type Handler => typeof(TelegramMiniAppHandler);

    public MiniAppOptions Scheme => launches.Scheme;

    public static ILauncherPlatform Create(IServiceProvider services, TelegramMiniAppLauncherOptions options) =>
        new TelegramLauncher(new LaunchFactory(services.GetRequiredService<IOptionsMonitor<TelegramMiniAppOptions>>(), options), options);

    /// <remarks>An empty token is no credentials: a page outside Telegram sends it.</remarks>
    public string? FindFailure(ReadOnlySpan<char> token) =>
        !token.IsEmpty && launches.Scheme.Verifier.Verify(token).Failure is not InitDataFailure.None and var failure ? failure.ToString() : null;

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("settings", LauncherGuard.ForData(options, SendSettingsAsync));
        group.MapPost("launch", LauncherGuard.ForData(options, SignLaunchAsync));
    }

    private Task SendSettingsAsync(HttpContext context) =>
        LauncherBody.SendAsync(context, LauncherSettings.Of(launches), TelegramLauncherJson.Default.LauncherSettings);

    private async Task SignLaunchAsync(HttpContext context)
    {
        if (await LauncherBody.ReadAsync(context, TelegramLauncherJson.Default.LaunchRequest) is not { } launch)
        {
            return;
        }

        if (launch.FindFault() is { } fault)
        {
            await LauncherBody.RefuseAsync(context, fault);
        }
        else if (launches.TrySign(launch, out var signed, out var obstacle))
        {
            await LauncherBody.SendAsync(context, signed, LauncherJson.Default.SignedLaunch);
        }
        else
        {
            await LauncherBody.RefuseAsync(context, obstacle);
        }
    }
}
