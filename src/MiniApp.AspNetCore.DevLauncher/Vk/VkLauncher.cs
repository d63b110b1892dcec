using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What the launcher has of VK.</summary>
internal sealed class VkLauncher(VkLaunchSigner signer, VkCreatedHashVerifier? hashes) : ILauncherPlatform
{
    private static VkLauncherJson Json => VkLauncherJson.Strict;

    public string Name => "VK";

    public string Registration => "AddVkMiniApp()";

    public Type Handler => typeof(VkMiniAppHandler);

    public MiniAppOptions Scheme => signer.Scheme;

    public static ILauncherPlatform Create(IServiceProvider services, VkMiniAppLauncherOptions options) => new VkLauncher(
        new VkLaunchSigner(services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>(), options),
        services.GetService<VkCreatedHashVerifier>());

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("settings", JsonEndpoint.Get(() => VkLauncherSettings.Of(signer), Json.VkLauncherSettings));
        group.MapPost("launch", JsonEndpoint.Post(signer.TrySign, Json.VkLaunchRequest, LauncherJson.Strict.SignedLaunch));
        group.MapPost("hash", JsonEndpoint.Post(new VkHashSigner(signer, hashes).TrySign, Json.HashRequest, Json.SignedHash));
        group.MapPost("contact", JsonEndpoint.Post(new VkContactResponder(signer).TrySign, Json.VkContactRequest, Json.SharedContact));
    }
}
