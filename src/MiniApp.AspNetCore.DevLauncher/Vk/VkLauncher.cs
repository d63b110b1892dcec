using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What the launcher has of VK.</summary>
internal sealed class VkLauncher(VkLaunchSigner signer, string scheme) : ILauncherPlatform
{
    private static VkLauncherJson Json => VkLauncherJson.Strict;

    public string Name => "VK";

    public string Registration => "AddVkMiniApp()";

    public Type Handler => typeof(VkMiniAppHandler);

    public MiniAppOptions Scheme => signer.Scheme;

    public static ILauncherPlatform Create(IServiceProvider services, VkMiniAppLauncherOptions options) => new VkLauncher(
        new VkLaunchSigner(services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>(), options),
        options.AuthenticationScheme);

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("settings", JsonEndpoint.Get(() => VkLauncherSettings.Of(signer), Json.VkLauncherSettings));
        group.MapPost("launch", JsonEndpoint.Post(signer.TrySign, Json.VkLaunchRequest, LauncherJson.Strict.SignedLaunch));
        group.MapPost("hash", context => JsonEndpoint.Post(
            new VkHashSigner(signer, FindHashVerifier(context.RequestServices)).TrySign, Json.HashRequest, Json.SignedHash)(context));
        group.MapPost("contact", JsonEndpoint.Post(new VkContactResponder(signer).TrySign, Json.VkContactRequest, Json.SharedContact));
        group.MapPost("payment", JsonEndpoint.Post(new VkPaymentResponder(signer).TrySign, Json.VkPaymentRequest, Json.SignedPayment));
    }

    /// <summary>What an endpoint of the application would get: its own verifier, or the scheme's with the settings of now.</summary>
    private VkCreatedHashVerifier FindHashVerifier(IServiceProvider request)
    {
        try
        {
            return request.GetRequiredService<VkCreatedHashVerifier>();
        }
        catch (InvalidOperationException)
        {
            // Several schemes have one, and endpoints name theirs.
            return request.GetRequiredKeyedService<VkCreatedHashVerifier>(scheme);
        }
    }
}
