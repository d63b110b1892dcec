using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What the launcher has of VK.</summary>
internal sealed class VkLauncher(LaunchFactory launches, VkMiniAppLauncherOptions options) : ILauncherPlatform
{
    public string Name => "VK";

    public string Registration => "AddVkMiniApp()";

    public Type Handler => typeof(VkMiniAppHandler);

    public MiniAppOptions Scheme => launches.Scheme;

    public string? FindFailure(ReadOnlySpan<char> token) =>
        launches.Scheme.Verifier.Verify(token).Failure is not VkLaunchFailure.None and var failure ? failure.ToString() : null;

    public static ILauncherPlatform Create(IServiceProvider services, VkMiniAppLauncherOptions options) =>
        new VkLauncher(new LaunchFactory(services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>(), options), options);

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("settings", LauncherGuard.ForData(options, SendSettingsAsync));
        group.MapPost("launch", LauncherGuard.ForData(options, SignLaunchAsync));
        group.MapPost("hash", LauncherGuard.ForData(options, SignHashAsync));
    }

    private Task SendSettingsAsync(HttpContext context) =>
        LauncherBody.SendAsync(context, LauncherSettings.Of(launches), VkLauncherJson.Default.LauncherSettings);

    private async Task SignLaunchAsync(HttpContext context)
    {
        if (await LauncherBody.ReadAsync(context, VkLauncherJson.Default.LaunchRequest) is not { } launch)
        {
            return;
        }

        if (launch.FindFault() is { } fault)
        {
            await LauncherBody.RefuseAsync(context, fault);
        }
        else if (launches.TrySign(launch, out var signed))
        {
            await LauncherBody.SendAsync(context, signed, LauncherJson.Default.SignedLaunch);
        }
        else
        {
            await LauncherBody.RefuseAsync(context, "The scheme knows no such app.");
        }
    }

    private async Task SignHashAsync(HttpContext context)
    {
        if (await LauncherBody.ReadAsync(context, VkLauncherJson.Default.HashRequest) is not { } request)
        {
            return;
        }

        await (launches.TrySign(request, out var signed)
            ? LauncherBody.SendAsync(context, signed, VkLauncherJson.Default.SignedHash)
            : LauncherBody.RefuseAsync(
                context, "The payload must not be empty nor hold a tilde, and there has to be a user of an app of the scheme."));
    }
}
