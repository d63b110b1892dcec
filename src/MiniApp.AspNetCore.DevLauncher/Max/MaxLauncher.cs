using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.DevLauncher;

namespace MaxMiniApp.AspNetCore.DevLauncher;

/// <summary>What the launcher has of MAX.</summary>
internal sealed class MaxLauncher(MaxLaunchSigner signer) : ILauncherPlatform
{
    private static MaxLauncherJson Json => MaxLauncherJson.Strict;

    public string Name => "MAX";

    public string Registration => "AddMaxMiniApp()";

    public Type Handler => typeof(MaxMiniAppHandler);

    public MiniAppOptions Scheme => signer.Scheme;

    public static ILauncherPlatform Create(IServiceProvider services, MaxMiniAppLauncherOptions options) =>
        new MaxLauncher(new MaxLaunchSigner(services.GetRequiredService<IOptionsMonitor<MaxMiniAppOptions>>(), options));

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("settings", JsonEndpoint.Get(() => MaxLauncherSettings.Of(signer), Json.MaxLauncherSettings));
        group.MapPost("launch", JsonEndpoint.Post(signer.TrySign, Json.MaxLaunchRequest, LauncherJson.Strict.SignedLaunch));
        group.MapPost("contact", JsonEndpoint.Post(new MaxContactResponder(signer).TrySign, Json.MaxContactRequest, Json.SharedContact));
    }
}
