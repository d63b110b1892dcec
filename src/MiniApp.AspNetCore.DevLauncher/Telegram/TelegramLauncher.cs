using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>What the launcher has of Telegram.</summary>
internal sealed class TelegramLauncher(TelegramLaunchSigner signer) : ILauncherPlatform
{
    private static TelegramLauncherJson Json => TelegramLauncherJson.Strict;

    public string Name => "Telegram";

    public string Registration => "AddTelegramMiniApp()";

    public Type Handler => typeof(TelegramMiniAppHandler);

    public MiniAppOptions Scheme => signer.Scheme;

    public static ILauncherPlatform Create(IServiceProvider services, TelegramMiniAppLauncherOptions options) =>
        new TelegramLauncher(new TelegramLaunchSigner(services.GetRequiredService<IOptionsMonitor<TelegramMiniAppOptions>>(), options));

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("settings", JsonEndpoint.Get(() => TelegramLauncherSettings.Of(signer), Json.TelegramLauncherSettings));
        group.MapPost("launch", JsonEndpoint.Post(signer.TrySign, Json.TelegramLaunchRequest, LauncherJson.Strict.SignedLaunch));
        group.MapPost("contact", JsonEndpoint.Post(new TelegramContactResponder(signer).TrySign, Json.TelegramContactRequest, Json.SharedContact));
    }
}
