using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs launches, and what the bridge has signed, with the keys of the scheme's apps, or launches with anything but them.</summary>
internal sealed class VkLaunchSigner(IOptionsMonitor<VkMiniAppOptions> schemes, VkMiniAppLauncherOptions launcher)
{
    /// <summary>The scheme's options: read anew each time, so that a change to the configuration takes effect.</summary>
    public VkMiniAppOptions Scheme => schemes.Get(launcher.AuthenticationScheme);

    /// <summary>The apps that launches can be signed for, the one of the configuration first.</summary>
    public IReadOnlyList<long> AppIds => [.. Scheme.Apps.Keys];

    public bool TrySign(VkLaunchRequest launch, [NotNullWhen(true)] out SignedLaunch? signed, [NotNullWhen(false)] out string? fault)
    {
        var appId = launch.AppId ?? AppIds[0];
        var secret = FindSecret(appId);
        fault = launch.FindFault() ?? (secret is null ? "The scheme knows no such app." : null);
        signed = fault is null ? Sign(launch, appId, secret!) : null;
        return fault is null;
    }

    public bool TrySign(HashRequest request, [NotNullWhen(true)] out SignedHash? signed, [NotNullWhen(false)] out string? fault)
    {
        signed = request.UserId > 0 && FindSecret(request.AppId) is { } secret ? Sign(request, secret) : null;
        fault = signed is null ? "The payload must not be empty nor hold a tilde, and there has to be a user of an app of the scheme." : null;
        return signed is not null;
    }

    private SignedLaunch Sign(VkLaunchRequest launch, long appId, string secret)
    {
        var signer = launch.Kind switch
        {
            LaunchKind.Forged => new VkLaunchParamsSigner(appId, Forgery.Key()),
            LaunchKind.AnotherApp => new VkLaunchParamsSigner(Forgery.UnknownId(AppIds), Forgery.Key()),
            _ => new VkLaunchParamsSigner(appId, secret),
        };

        var query = signer.SignQuery(launch.ToDescriptor(LaunchTime.Of(launch, Scheme)));
        return new SignedLaunch(FrameAddress.Create(launcher.AppUrl, query, launch.Fragment), query);
    }

    private SignedHash? Sign(HashRequest request, string secret)
    {
        try
        {
            var now = LaunchTime.Now(Scheme);
            return new SignedHash(request.Payload, now, new VkCreatedHashSigner(request.AppId, secret).Sign(request.UserId, request.Payload, now));
        }
        catch (ArgumentException)
        {
            // No payload, or one with a tilde: what VK signs then is not known.
            return null;
        }
    }

    /// <summary>The key that signs for an app; of several, the first.</summary>
    private string? FindSecret(long appId) => Scheme.Apps.GetValueOrDefault(appId)?[0];
}
